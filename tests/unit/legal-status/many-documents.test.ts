import { performance } from 'node:perf_hooks';
import { annulmentsIn, registerOf, statusIntervals } from '../../../src/plugins/gazette/server/src/legal-status';
import { document, effect } from './register';

describe('the status of many documents', () => {
  it('is computed in a moment for 1,000 that one document repeals', () => {
    const repealed = Array.from({ length: 1_000 }, (_, index) => document(`d${index}`));
    const register = registerOf(
      [...repealed, document('act', { issuedOn: '2024-01-01' })],
      repealed.map(({ id }) => effect('act', 'repeals', id)),
    );
    const started = performance.now();
    const annulments = annulmentsIn(register);
    const computed = repealed.map((each) => statusIntervals(each, register, annulments));
    const milliseconds = performance.now() - started;

    expect(computed.every((intervals) => intervals.at(-1)?.from === '2024-01-01')).toBe(true);
    expect(milliseconds).toBeLessThan(3_000);
  });

  it('takes no more than a moment for one that 1,000 documents repeal in part', () => {
    const acting = Array.from({ length: 1_000 }, (_, index) =>
      document(`d${index}`, {
        issuedOn: `${2021 + Math.floor(index / 336)}-${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
      }),
    );
    const register = registerOf(
      [document('law'), ...acting],
      acting.map(({ id }, index) => effect(id, 'repeals', 'law', { scope: `Điều ${index}` })),
    );
    const started = performance.now();
    const intervals = statusIntervals(document('law'), register);
    const milliseconds = performance.now() - started;

    expect(intervals).toHaveLength(1_002);
    expect(intervals.at(-1)?.because).toHaveLength(1_000);
    expect(milliseconds).toBeLessThan(10_000);
  });
});

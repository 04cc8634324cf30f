import fc from 'fast-check';
import {
  affectedBy,
  loadRegister,
  registerOf,
  statusIntervals,
  timeline,
  TIMELINE_TYPES,
  type RegisterStore,
} from '../../../src/plugins/gazette/server/src/legal-status';
import { smallRegister, type SmallRegister } from './random-register';
import { document, effect } from './register';

/** A store over lists that notes what it was asked for. */
const storeOf = ({ documents, effects }: SmallRegister) => {
  const asked: string[][] = [];
  const published = new Set(documents.map(({ id }) => id));
  const store: RegisterStore = {
    documents: async (ids) => documents.filter(({ id }) => ids.includes(id)),
    effectsOn: async (ids, types) => {
      asked.push([...ids]);
      return effects.filter((e) => published.has(e.source) && ids.includes(e.target) && types.includes(e.type));
    },
    effectsOf: async (ids, types) => {
      asked.push([...ids]);
      return effects.filter((e) => published.has(e.source) && ids.includes(e.source) && types.includes(e.type));
    },
  };
  return { store, asked };
};

const RUNS = { numRuns: 200 };

describe('a loaded register', () => {
  it('gives the same status and timeline as the whole register', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegister, async (small) => {
        const whole = registerOf(small.documents, small.effects);
        const { store } = storeOf(small);
        for (const subject of small.documents) {
          const loaded = await loadRegister([subject.id], store);
          const forTimeline = await loadRegister([subject.id], store, TIMELINE_TYPES);
          expect([statusIntervals(subject, loaded), timeline(subject, forTimeline)]).toEqual([
            statusIntervals(subject, whole),
            timeline(subject, whole),
          ]);
        }
      }),
      RUNS,
    );
  });

  it('is asked for in rounds, each document once', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { store, asked } = storeOf({
      documents: ids.map((id) => document(id)),
      effects: [
        effect('b', 'repeals', 'a'),
        effect('c', 'amends', 'a'),
        effect('d', 'annuls', 'b'),
        effect('b', 'annuls', 'd'),
        effect('e', 'repeals', 'b'),
        effect('f', 'annuls', 'd', { scope: 'Điều 1' }),
      ],
    });
    const register = await loadRegister(['a'], store);
    expect(asked).toEqual([['a'], ['b'], ['d']]);
    expect(ids.filter((id) => register.document(id) !== undefined)).toEqual(['a', 'b', 'd']);
  });
});

describe('the documents affected by one', () => {
  it('are its targets, and those of what it annuls, and so on', async () => {
    const { store, asked } = storeOf({
      documents: ['x', 'a', 'b', 'c', 'd', 'e', 'f'].map((id) => document(id)),
      effects: [
        effect('x', 'repeals', 'a'),
        effect('a', 'repeals', 'f'),
        effect('x', 'annuls', 'b'),
        effect('b', 'suspends', 'c'),
        effect('b', 'annuls', 'd'),
        effect('d', 'annuls', 'x'),
        effect('d', 'guides', 'e'),
      ],
    });
    expect((await affectedBy(['x'], store)).sort()).toEqual(['a', 'b', 'c', 'd', 'x']);
    expect(asked).toEqual([['x'], ['b'], ['d']]);
  });

  it('hold every document whose status differs without it', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegister, fc.constantFrom('a', 'b', 'c'), async (small, leaving) => {
        const documents = small.documents.filter(({ id }) => id !== leaving);
        const before = registerOf(small.documents, small.effects);
        const after = registerOf(documents, small.effects);
        const changed = documents
          .filter(
            (each) => JSON.stringify(statusIntervals(each, before)) !== JSON.stringify(statusIntervals(each, after)),
          )
          .map(({ id }) => id);
        const affected = await affectedBy([leaving], storeOf(small).store);
        expect(changed.filter((id) => !affected.includes(id))).toEqual([]);
      }),
      RUNS,
    );
  });
});

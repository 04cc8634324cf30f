import { checkDate } from '../../../src/plugins/gazette/server/src/rules/dates';

const isTaken = (type: string, value: unknown): boolean => {
  try {
    checkDate(['at'], type, value);
    return true;
  } catch {
    return false;
  }
};

describe('a day', () => {
  test.each(['2024-02-29', '1954-05-07', '2024-03-31T10:00:00Z', null, undefined, new Date(0)])(
    '%s is taken',
    (value) => {
      expect(isTaken('date', value)).toBe(true);
    },
  );

  test.each(['', 'x', '2023-02-29', '2024-13-01', '2024-1-1', '31/12/2024', '2024-03-01x', 20240301, {}, []])(
    '%j is refused',
    (value) => {
      expect(isTaken('date', value)).toBe(false);
    },
  );
});

describe('an instant', () => {
  test.each([
    '2024-02-29',
    '2024-02-29T23:59:59.999Z',
    '2024-02-29 08:00',
    '2024-02-29T08:00:00+07:00',
    '2024-02-29T08:00:00,5-0330',
    '1709164800000',
    1709164800000,
    new Date(0),
    null,
  ])('%s is taken', (value) => {
    expect(isTaken('datetime', value)).toBe(true);
  });

  test.each([
    '',
    'x',
    'Thu, 29 Feb 2024 08:00:00 GMT',
    '2024-02-30T00:00:00Z',
    '2024-02-29T25:00:00Z',
    '2024-02-29T08:61:00Z',
    '2024-02-29T08:00:00+99:00',
    '29/02/2024 08:00',
    Number.NaN,
    new Date(Number.NaN),
    true,
    {},
  ])('%s is refused', (value) => {
    expect(isTaken('datetime', value)).toBe(false);
  });
});

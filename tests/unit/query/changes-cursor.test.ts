import {
  LOG_START,
  positionOf,
  readLogCursor,
  writeLogCursor,
} from '../../../src/plugins/delivery/server/src/query/changes-cursor';

const entry = { seq: 41, at: '2026-11-26T01:00:00.000Z', event: 'published', documentId: 'abc', locale: 'vi' };

describe('a cursor of the change log', () => {
  it('names the place that it was made of', () => {
    for (const position of [LOG_START, positionOf(entry), positionOf({ ...entry, seq: 123_456_789_012 })])
      expect(readLogCursor(writeLogCursor(position))).toEqual(position);
  });

  it('tells an entry from another one with its number', () => {
    for (const other of [{ at: '2026-11-26T01:00:00.001Z' }, { documentId: 'abd' }, { locale: 'en' }, { seq: 42 }])
      expect(positionOf({ ...entry, ...other }).mark).not.toBe(positionOf(entry).mark);
  });

  const made = writeLogCursor(positionOf(entry));
  it.each([
    ['a number', '41'],
    ['no base64url', `${made}!`],
    ['base64url with a bit too many', `${made}A`],
    ['half of it', made.slice(0, -3)],
    ['a negative number', Buffer.from('-1.abcdefghij').toString('base64url')],
    ['a number with a leading zero', Buffer.from('041.abcdefghij').toString('base64url')],
    ['a start with a mark', Buffer.from('0.abcdefghij').toString('base64url')],
    ['an entry without a mark', Buffer.from('41.').toString('base64url')],
    ['a huge number', Buffer.from('99999999999999999999.abcdefghij').toString('base64url')],
    ['SQL', Buffer.from('1 OR 1=1.abcdefghij').toString('base64url')],
  ])('is not %s', (_what, text) => {
    expect(readLogCursor(text)).toBeNull();
  });
});

import fc from 'fast-check';
import { diffTexts, type TextPart } from '../../../src/plugins/delivery/server/src/diff';

/** `một [-hai-][+ba+] bốn` */
const drawn = (parts: readonly TextPart[]): string =>
  parts.map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `[+${text}+]` : `[-${text}-]`)).join('');

const side = (parts: readonly TextPart[], left: 'removed' | 'added'): string =>
  parts
    .filter(({ op }) => op === 'same' || op === left)
    .map(({ text }) => text)
    .join('');

test.each([
  ['một từ', 'Cống đóng lúc sáu giờ.', 'Cống mở lúc sáu giờ.', 'Cống [-đóng-][+mở+] lúc sáu giờ.'],
  ['a letter with a mark is part of its word', 'hoà bình', 'hòa bình', '[-hoà-][+hòa+] bình'],
  ['words side by side are one change', 'xã An Bình cũ', 'xã Tân Phú cũ', 'xã [-An Bình-][+Tân Phú+] cũ'],
  ['words that were added', 'Nước mặn.', 'Nước rất mặn.', 'Nước [+rất +]mặn.'],
  ['a sentence that was added', 'Một. Hai.', 'Một. Rưỡi. Hai.', 'Một.[+ Rưỡi.+] Hai.'],
  ['a paragraph that was taken out', 'Một.\n\nHai.\n\nBa.', 'Một.\n\nBa.', 'Một.\n\n[-Hai.\n\n-]Ba.'],
  ['a number', 'trước 30/6/2024', 'trước 30/9/2024', 'trước 30/[-6-][+9+]/2024'],
  ['everything', 'cũ', 'mới', '[-cũ-][+mới+]'],
  ['from nothing', '', 'mới tinh', '[+mới tinh+]'],
  ['to nothing', 'cũ kỹ', '', '[-cũ kỹ-]'],
  ['nothing', 'như cũ', 'như cũ', 'như cũ'],
])('what changed is shown: %s', (_, before, after, expected) => {
  const { granularity, parts } = diffTexts(before, after);
  expect([drawn(parts), granularity]).toEqual([expected, 'words']);
});

const text = fc
  .array(fc.constantFrom('cống', 'đê', ' ', '. ', '\n\n', 'Điều 5', '“', 'mặn;', 'a\u0301'), { maxLength: 60 })
  .map((parts) => parts.join(''));

test('both texts can be read from the parts, to the letter', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
      const { parts } = diffTexts(before, after);
      expect([side(parts, 'removed'), side(parts, 'added')]).toEqual([before, after]);
      expect(parts.filter(({ text: run }) => run === '')).toEqual([]);
    }),
  );
});

/** Numbers that look random and are the same in every run. */
const sequence = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed;
};
const VOCABULARY = Array.from({ length: 800 }, (_, index) => `từ${index}`);
const words = (count: number, seed: number, separator = ' '): string => {
  const next = sequence(seed);
  return Array.from({ length: count }, () => VOCABULARY[next() % VOCABULARY.length]).join(separator);
};
const sentences = (seed: number): string => {
  const next = sequence(seed);
  return Array.from({ length: 1_000 }, (_, index) => words(15 + (next() % 5), seed + index + 1)).join('.\n');
};
const everyNth = (whole: string, step: number): string =>
  whole
    .split(' ')
    .map((word, index) => (index % step === 0 ? 'KHÁC' : word))
    .join(' ');

test.each<[string, string, string, string[]]>([
  ['a few words', sentences(5), everyNth(sentences(5), 500), ['words']],
  ['a word in each sentence', sentences(5), everyNth(sentences(5), 17), ['words', 'sentences']],
  ['every other word', sentences(5), everyNth(sentences(5), 2), ['sentences', 'whole']],
  ['everything', sentences(5), sentences(77_777), ['sentences', 'whole']],
  ['everything in one long sentence', words(20_000, 3), words(20_000, 9_999), ['sentences']],
  ['everything, without any space', words(20_000, 3, '-'), words(20_000, 9_999, '-'), ['sentences']],
  ['everything in lines of one word', words(20_000, 3, '\n'), words(20_000, 9_999, '\n'), ['whole']],
])('100 KB in which %s changed take at most a few seconds of the processor', (_, before, after, granularities) => {
  expect(before.length).toBeGreaterThan(95_000);
  const started = process.cpuUsage();
  const { granularity, parts } = diffTexts(before, after);
  const milliseconds = process.cpuUsage(started).user / 1_000;
  expect(granularities).toContain(granularity);
  expect([side(parts, 'removed'), side(parts, 'added')]).toEqual([before, after]);
  expect(milliseconds).toBeLessThan(5_000);
});

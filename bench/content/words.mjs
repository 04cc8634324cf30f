/** Syllables as Vietnamese has them, the frequent ones first: a text takes them as often as texts take words. */
const ONSETS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'qu',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
];
const RIMES = [
  'a',
  'an',
  'ang',
  'ao',
  'ay',
  'ăn',
  'âm',
  'en',
  'ê',
  'iên',
  'inh',
  'o',
  'ong',
  'ôn',
  'ơi',
  'u',
  'uông',
  'ưa',
  'ươc',
  'ương',
];
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

const syllables = RIMES.flatMap((rime) =>
  TONES.flatMap((tone) =>
    ONSETS.map((onset) => (onset + rime.replace(/[aăâeêioôơuư](?=[^aăâeêioôơuư]*$)/, `$&${tone}`)).normalize('NFC')),
  ),
);

/** The same numbers in every run. */
export const createRandom = (seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A word by how frequent it is: 0 is in every text, and so on down to those that one text in thousands has. */
export const wordAt = (place) => syllables[(place * 617) % syllables.length];

/** Zipf's law: the n-th word is about as frequent as 1/n. */
export const textOf = (random, length) =>
  Array.from({ length }, () => wordAt(Math.floor(syllables.length ** random()) - 1)).join(' ');

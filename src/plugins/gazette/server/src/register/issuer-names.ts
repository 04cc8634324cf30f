/** Lower case without marks: đ as d. Only for comparing names of bodies, where no two differ by that alone. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  ubtvqh: 'uy ban thuong vu quoc hoi',
  ubkt: 'uy ban kiem tra',
  btv: 'ban thuong vu',
  bch: 'ban chap hanh',
  mttq: 'mat tran to quoc',
  tw: 'trung uong',
  tp: 'thanh pho',
  tx: 'thi xa',
};

/** A name of a body as it is compared: folded, with its abbreviations written out. */
export const comparable = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(' ');

/** What a name says of a body: what it is, of which tier, and of which place or field. Null where it does not say. */
export interface Body {
  kind: string | null;
  tier: string | null;
  place: string | null;
}

/** Words that begin the names of bodies, longest first, with the kind and tier that they tell. `*` fits any body of its tier. */
const HEADS: readonly [words: string, kind: string, tier: string | null][] = [
  ['uy ban thuong vu quoc hoi', 'standing committee of the national assembly', 'central'],
  ['ban chap hanh trung uong', '*', 'central'],
  ['ban bi thu', 'secretariat', 'central'],
  ['bo chinh tri', 'politburo', 'central'],
  ['van phong trung uong', 'office', 'central'],
  ['thu tuong chinh phu', 'prime minister', 'central'],
  ['thu tuong', 'prime minister', 'central'],
  ['chinh phu', 'government', 'central'],
  ['quoc hoi', 'national assembly', 'central'],
  ['chu tich nuoc', 'president', 'central'],
  ['thuong truc tinh uy', 'party committee', 'tinh'],
  ['ban thuong vu tinh uy', 'party committee', 'tinh'],
  ['ban chap hanh dang bo tinh', 'party committee', 'tinh'],
  ['tinh uy', 'party committee', 'tinh'],
  ['ban thuong vu huyen uy', 'party committee', 'huyen'],
  ['thuong truc huyen uy', 'party committee', 'huyen'],
  ['ban chap hanh dang bo huyen', 'party committee', 'huyen'],
  ['huyen uy', 'party committee', 'huyen'],
  ['ban thuong vu thanh uy', 'party committee', null],
  ['ban chap hanh dang bo thanh pho', 'party committee', null],
  ['thanh uy', 'party committee', null],
  ['thi uy', 'party committee', 'huyen'],
  ['quan uy', 'party committee', 'huyen'],
  ['dang uy', 'party committee', null],
  ['uy ban kiem tra', 'inspection committee', null],
  ['chu tich uy ban nhan dan', "people's committee", null],
  ['uy ban nhan dan', "people's committee", null],
  ['thuong truc hoi dong nhan dan', "people's council", null],
  ['hoi dong nhan dan', "people's council", null],
  ['bo', 'ministry', 'central'],
  ['so', 'department', 'tinh'],
];

const TIERS: readonly [words: string, tier: string][] = [
  ['thanh pho', 'thanh pho'],
  ['thi tran', 'xa'],
  ['thi xa', 'huyen'],
  ['phuong', 'xa'],
  ['dac khu', 'xa'],
  ['tinh', 'tinh'],
  ['huyen', 'huyen'],
  ['quan', 'huyen'],
  ['xa', 'xa'],
  ['trung uong', 'central'],
];

const after = (name: string, words: string): string | null =>
  name === words ? '' : name.startsWith(`${words} `) ? name.slice(words.length + 1) : null;

/** Reads the comparable name of a body; null where nothing tells what it is. */
export const bodyOf = (name: string): Body | null => {
  for (const [words, kind, tier] of HEADS) {
    const rest = after(name, words);
    if (rest === null) continue;
    if (kind === 'ministry' || kind === 'department') return { kind, tier, place: rest || null };
    const found = TIERS.find(([tierWords]) => after(rest, tierWords) !== null);
    const place = found ? (after(rest, found[0]) ?? '') : rest;
    return { kind, tier: found?.[1] ?? tier, place: place || null };
  }
  return null;
};

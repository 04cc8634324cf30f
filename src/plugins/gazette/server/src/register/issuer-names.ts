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
  /** The places above that the name goes on with ("huyện Cai Lậy, tỉnh Tiền Giang"), by tier. */
  above: ReadonlyMap<string, string>;
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

/** The tier with whose words a text begins, where a name follows: "tinh ha tinh", and not "tinh tinh ha tinh". */
const tierAt = (text: string): readonly [words: string, tier: string] | undefined =>
  TIERS.find(([words]) => {
    const rest = after(text, words);
    return rest !== null && rest !== '' && TIERS.every(([others]) => after(rest, others) === null);
  });

/** Cuts "tan phu huyen cai lay" into its own place and those above. A tier stands between two names, never first or last. */
const placesIn = (rest: string): Pick<Body, 'place' | 'above'> => {
  const own: string[] = [];
  const above = new Map<string, string>();
  const words = rest.split(' ').filter((word) => word !== '');
  let into = own;
  let tier: string | null = null;
  const close = () => {
    if (tier !== null) above.set(tier, into.join(' '));
  };
  for (let at = 0; at < words.length; at += 1) {
    const found = into.length === 0 ? undefined : tierAt(words.slice(at).join(' '));
    if (!found) {
      into.push(words[at] ?? '');
      continue;
    }
    close();
    [, tier] = found;
    into = [];
    at += found[0].split(' ').length - 1;
  }
  close();
  return { place: own.join(' ') || null, above };
};

/** Reads the comparable name of a body; null where nothing tells what it is. */
export const bodyOf = (name: string): Body | null => {
  for (const [words, kind, tier] of HEADS) {
    const rest = after(name, words);
    if (rest === null) continue;
    if (kind === 'ministry' || kind === 'department') return { kind, tier, ...placesIn(rest) };
    const found = TIERS.find(([tierWords]) => after(rest, tierWords) !== null);
    const own = found?.[1] ?? tier;
    // There is one of each: what follows is its term or the nation ("Quốc hội khóa XIV").
    if (own === 'central') return { kind, tier: own, place: null, above: new Map() };
    return { kind, tier: own, ...placesIn(found ? (after(rest, found[0]) ?? '') : rest) };
  }
  return null;
};

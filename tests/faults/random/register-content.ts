import type { Chance } from './chance';
import { anyDay, anySymbol, bodyName, citingSentence, symbolOf, words, type TypeCode } from './sentences';
import type { World } from './world';

const KINDS = { KH: 'plan', QĐ: 'decision', CT: 'directive', TB: 'announcement', NQ: 'council' } as const;
const DIRECTIVE_TYPES = ['KH', 'QĐ', 'QĐ', 'CT', 'TB'] as const satisfies readonly TypeCode[];
const RELATION_TYPES = [
  'replaces',
  'repeals',
  'annuls',
  'suspends',
  'suspends',
  'resumes',
  'extends',
  'extends',
  'amends',
  'based-on',
] as const;
const SCOPES = [null, null, null, null, 'khoản 2 Điều 8', 'Khoản  2 điều 8', 'Điều 3'];

/** A text of some words and some citations. */
export const citingText = (chance: Chance): string =>
  [`${words(chance, 3)}.`, ...Array.from({ length: chance.below(3) }, () => citingSentence(chance))].join(' ');

export const bodyWith = (text: string) => [
  {
    __component: 'gazette.text',
    body: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
  },
];

/** Mostly symbols that the text does not hold. */
export const dismissed = (chance: Chance): string[] => (chance.once(4) ? [anySymbol(chance), anySymbol(chance)] : []);

/** By symbol, by id, or by both where they may contradict each other; what is meant may not be there yet. */
const relationTarget = (chance: Chance, world: World) => {
  const collection = chance.pick(['directive', 'resolution'] as const);
  const ids = world[collection];
  const byId =
    ids.length > 0 && !chance.once(3)
      ? { targetCollection: `${collection}s`, targetDocumentId: chance.pick(ids) }
      : undefined;
  return byId && chance.once(2) ? byId : { targetSymbol: anySymbol(chance), ...byId };
};

/** Whole annulments reach furthest: what an annulled document did to others is undone. */
const relationType = (chance: Chance) => (chance.once(6) ? 'annuls' : chance.pick(RELATION_TYPES));

export const legalRelations = (chance: Chance, world: World) =>
  Array.from({ length: chance.below(5) }, () => ({
    type: relationType(chance),
    ...relationTarget(chance, world),
    scope: chance.pick(SCOPES),
    ...(chance.once(2) ? { effectiveOn: anyDay(chance) } : {}),
    ...(chance.once(2) ? { until: anyDay(chance) } : {}),
  }));

/** The days of a document; some contradict each other and are refused. */
export const documentDays = (chance: Chance) => ({
  issuedOn: anyDay(chance),
  effectiveFrom: chance.once(2) ? anyDay(chance) : null,
  effectiveTo: chance.once(3) ? anyDay(chance) : null,
});

/** A directive or a resolution with everything that the register reads of it. */
export const documentParts = (chance: Chance, world: World, type: 'directive' | 'resolution') => {
  const code = type === 'resolution' ? 'NQ' : chance.pick(DIRECTIVE_TYPES);
  return {
    title: `Về việc ${words(chance, 3)}. ${citingText(chance)}`,
    summary: citingText(chance),
    body: chance.once(2) ? bodyWith(citingText(chance)) : [],
    symbol: symbolOf(chance, code),
    kind: KINDS[code],
    issuer: world.issuer.length === 0 ? null : chance.pick(world.issuer),
    coIssuers: chance.some(world.issuer, 8),
    signers: [{ name: chance.pick(['Trần Văn Bình', 'Lê Thị Đào']) }],
    topics: chance.some(world.topic, 4),
    relations: legalRelations(chance, world),
    dismissedCitations: dismissed(chance),
    ...documentDays(chance),
  };
};

/** Most issuers have a name that tells who they are; the others have some words. */
export const issuerName = (chance: Chance): string =>
  chance.once(4) ? `${words(chance, 2)} ${chance.below(1000)}` : bodyName(chance);

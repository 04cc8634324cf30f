import { annulmentsIn, registerOf } from '../../../src/plugins/gazette/server/src/legal-status';
import { document, effect } from './register';

/** Reads "a>b" as "a annuls b", "a~b" as "a annuls a part of b". */
const annulmentsOf = (published: string, relations: string) => {
  const effects = relations.split(' ').map((relation) => {
    const [source = '', target = ''] = relation.split(/[>~]/);
    return effect(source, 'annuls', target, { scope: relation.includes('~') ? 'Điều 1' : null });
  });
  return annulmentsIn(
    registerOf(
      [...published].map((id) => document(id)),
      effects,
    ),
  );
};

type Case = [situation: string, published: string, relations: string, annulled: string, circle: string];

const cases: Case[] = [
  ['a document that one annuls', 'ab', 'a>b', 'b', ''],
  ['nothing where the annulling document is annulled', 'abc', 'a>b c>a', 'a', ''],
  ['every second document of a chain', 'abcde', 'a>b b>c c>d d>e', 'bd', ''],
  ['what a standing document annuls, whoever else fails to', 'abcd', 'a>b c>a d>b', 'ab', ''],
  ['nothing by what is not published', 'b', 'a>b', '', ''],
  ['nothing by itself', 'a', 'a>a', '', ''],
  ['nothing by a scope', 'ab', 'a~b', '', ''],
  ['nothing in a circle of two', 'ab', 'a>b b>a', '', 'ab'],
  ['nothing in a circle of three', 'abc', 'a>b b>c c>a', '', 'abc'],
  ['what documents of a circle annul outside of it', 'abcd', 'a>b b>a b>c c>d', 'c', 'ab'],
  ['what an outsider decides in a circle of two', 'abx', 'a>b b>a x>a', 'a', ''],
  ['what an outsider decides in a circle of three', 'abcx', 'a>b b>c c>a x>a', 'ac', ''],
  ['nothing in the second of two circles, if the first leaves it alone', 'abcdx', 'a>b b>a x>a b~c c>d d>c', 'a', 'cd'],
  ['what the first of two circles annuls in the second', 'abcd', 'a>b b>a b>c c>d d>c', 'c', 'ab'],
  [
    'what the rest of a circle annuls that lost a member',
    'abcdefg',
    'a>b b>a a>c c>d d>c d>e e>d e>f f>g g>f',
    'cf',
    'abde',
  ],
];

describe('annulment takes away', () => {
  it.each(cases)('%s', (_situation, published, relations, annulled, circle) => {
    const forwards = [...published];
    for (const order of [forwards, [...published].reverse()]) {
      const annulments = annulmentsOf(published, relations);
      const verdicts = new Map(order.map((id) => [id, annulments.isAnnulled(id)]));
      expect(forwards.filter((id) => verdicts.get(id)).join('')).toBe(annulled);
      expect(forwards.filter((id) => annulments.circleOf(id).length > 0).join('')).toBe(circle);
    }
  });
});

describe('a very long chain of annulments', () => {
  it('is followed to its end', () => {
    const ids = Array.from({ length: 50_001 }, (_, index) => `d${index}`);
    const effects = ids.slice(1).map((id, index) => effect(`d${index}`, 'annuls', id));
    const annulments = annulmentsIn(
      registerOf(
        ids.map((id) => document(id)),
        effects,
      ),
    );
    expect([annulments.isAnnulled('d50000'), annulments.isAnnulled('d49999')]).toEqual([false, true]);
  });

  it('is followed round a circle', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `d${index}`);
    const effects = ids.map((id, index) => effect(id, 'annuls', `d${(index + 1) % ids.length}`));
    const annulments = annulmentsIn(
      registerOf(
        ids.map((id) => document(id)),
        effects,
      ),
    );
    expect(annulments.circleOf('d7')).toHaveLength(20_000);
    expect(annulments.isAnnulled('d7')).toBe(false);
  });
});

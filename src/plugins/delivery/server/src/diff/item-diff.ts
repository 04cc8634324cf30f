import { diffArrays } from 'diff';
import { htmlText, isHtml } from './html-text';
import { diffTexts } from './text-diff';
import type { FieldChange, ListPart } from './types';

type Item = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Lists are compared value by value up to so many differences. */
const MOST_LIST_EDITS = 500;

const diffLists = (before: readonly unknown[], after: readonly unknown[]): ListPart[] => {
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));
  const changes = diffArrays(texts(before), texts(after), { maxEditLength: MOST_LIST_EDITS });
  if (!changes)
    return [
      { op: 'removed', values: [...before] },
      { op: 'added', values: [...after] },
    ];
  return changes.map(({ added, removed, value }) => ({
    op: added ? 'added' : removed ? 'removed' : 'same',
    values: value.map((text): unknown => JSON.parse(text)),
  }));
};

/** Texts have words; what has none (a day, an address, a code) is a value. */
const isText = (value: unknown): value is string => typeof value === 'string' && /\s/.test(value.trim());

const diffStrings = (field: string, before: string, after: string): FieldChange => {
  if (isHtml(before) || isHtml(after)) {
    const [old, fresh] = [htmlText(before), htmlText(after)];
    const diff = old === fresh ? { granularity: 'words' as const, parts: [] } : diffTexts(old, fresh);
    return { field, kind: 'html', ...diff };
  }
  return { field, kind: 'text', ...diffTexts(before, after) };
};

const diffValues = (field: string, before: unknown, after: unknown): FieldChange[] => {
  if (equal(before, after)) return [];
  if (isObject(before) && isObject(after)) return diffMembers(before, after, `${field}.`);
  if (Array.isArray(before) && Array.isArray(after)) return [{ field, kind: 'list', parts: diffLists(before, after) }];
  const [old, fresh] = [before ?? '', after ?? ''];
  const areStrings = typeof old === 'string' && typeof fresh === 'string';
  if (areStrings && (isText(old) || isText(fresh))) return [diffStrings(field, old, fresh)];
  return [{ field, kind: 'value', before: before ?? null, after: after ?? null }];
};

const namesOf = (before: Item, after: Item): string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])];

const diffMembers = (before: Item, after: Item, prefix: string): FieldChange[] =>
  namesOf(before, after).flatMap((name) => diffValues(`${prefix}${name}`, before[name], after[name]));

/** What every version changes by itself. */
const COUNTED = 'version';

/** The members in which two versions of an item differ, without how. */
export const changedFields = (before: Item, after: Item): string[] =>
  namesOf(before, after).filter((name) => name !== COUNTED && !equal(before[name], after[name]));

/** What differs between two versions of an item, member by member. */
export const diffItems = (before: Item, after: Item): FieldChange[] =>
  diffMembers(before, after, '').filter(({ field }) => field !== COUNTED);

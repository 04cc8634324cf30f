import { tagsOf } from '../sections/html-tags';
import { isVietnamese } from '../presenters/values';
import { findPlaces, type Place } from './find-places';
import { anchorNumber, ordinalValue } from './numerals';
import type { ContentsEntry } from './types';

/** A body with its places marked. */
export interface AnchoredBody {
  /** The HTML with an `id` for each entry of `contents`; its text is the same. */
  html: string;
  contents: ContentsEntry[];
}

const NAMES = {
  part: 'phan',
  chapter: 'chuong',
  section: 'muc',
  subsection: 'tieu-muc',
  article: 'dieu',
  clause: 'khoan',
  point: 'diem',
  appendix: 'phu-luc',
  outline: 'muc',
} as const;

/** Units whose numbers go on through the whole document, so that their anchors need no chapter before them. */
const COUNTED_THROUGH: ReadonlySet<string> = new Set(['appendix', 'part', 'chapter', 'article']);

/** Letters, digits and dashes only: nothing of the text gets into an attribute but what its number allows. */
const safe = (anchor: string): string => anchor.replace(/[^a-z0-9-]/g, '');

const numberIn = (number: string): string => {
  const ordinal = number.startsWith('thứ ') ? ordinalValue(number.slice(4)) : null;
  return anchorNumber(ordinal === null ? number : String(ordinal));
};

const ownPart = ({ level, number, parent }: Place): string => {
  const isInOutline = parent?.level === 'outline' || parent?.level === 'section' || parent?.level === 'subsection';
  // "1.2" below "1" adds its last part only.
  if (level === 'outline' && isInOutline) return numberIn(number.slice(number.lastIndexOf('.') + 1));
  return number === '' ? NAMES[level] : `${NAMES[level]}-${numberIn(number)}`;
};

const appendixOf = (place: Place): Place | null => {
  for (let at = place.parent; at !== null; at = at.parent) if (at.level === 'appendix') return at;
  return null;
};

const IDS = /(?:^| )id="([^"]*)"/;

const idsIn = (html: string): Set<string> => {
  const ids = new Set<string>();
  for (const tag of tagsOf(html)) {
    const id = tag.closing ? undefined : IDS.exec(tag.attributes)?.[1];
    if (id !== undefined) ids.add(id);
  }
  return ids;
};

/** Gives each place an anchor that nothing else in the document has; a second one of a name gets `_2`. */
const nameAll = (places: readonly Place[], taken: Set<string>): Map<Place, string> => {
  const names = new Map<Place, string>();
  const counts = new Map<string, number>();
  const name = (place: Place): void => {
    const base = COUNTED_THROUGH.has(place.level) ? appendixOf(place) : place.parent;
    const before = base === null ? undefined : names.get(base);
    const wanted = `${before === undefined ? '' : `${before}-`}${safe(ownPart(place))}`;
    let number = counts.get(wanted) ?? 1;
    let anchor = number === 1 ? wanted : `${wanted}_${number}`;
    for (; taken.has(anchor); anchor = `${wanted}_${number}`) number += 1;
    counts.set(wanted, number + 1);
    taken.add(anchor);
    names.set(place, anchor);
    place.children.forEach(name);
  };
  places.forEach(name);
  return names;
};

/** Puts the ids into the HTML: on the element that begins with the place, else on an empty one before its first letter. */
const insert = (html: string, names: ReadonlyMap<Place, string>): string => {
  const insertions = [...names].map(([{ line }, anchor]) =>
    line.holder === null
      ? { at: line.start, text: `<span id="${anchor}"></span>` }
      : { at: line.holder, text: ` id="${anchor}"` },
  );
  const parts: string[] = [];
  let done = 0;
  for (const { at, text } of insertions) {
    parts.push(html.slice(done, at), text);
    done = at;
  }
  parts.push(html.slice(done));
  return parts.join('');
};

/**
 * Marks the places of a document (Chương, Mục, Điều, khoản, điểm …, and the numbered outlines of texts without articles)
 * in its body, and lists them. What is quoted, shown in a table or a figure, or not certain to be a place is left alone.
 *
 * Anchors: `dieu-8`, `dieu-8-khoan-2-diem-a`, `chuong-ii-muc-1`, `phu-luc-i-dieu-1`, `muc-ii-1-a` for an outline; đ is
 * `dd`. A name that recurs, or that an id of the text has already, gets `_2`, `_3` …
 *
 * @param html what `sectionsToHtml` wrote @param locale of the text; anchors are the same in every language
 */
export const withAnchors = (html: string, locale: string): AnchoredBody => {
  const places = findPlaces(html, isVietnamese(locale));
  if (places.length === 0) return { html, contents: [] };
  const names = nameAll(places, idsIn(html));
  const entry = (place: Place): ContentsEntry => ({
    anchor: names.get(place) ?? '',
    level: place.level,
    label: place.label,
    title: place.title,
    children: place.children.map(entry),
  });
  return { html: insert(html, names), contents: places.map(entry) };
};

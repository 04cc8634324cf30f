import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a citation of a labelled text really is, as a person wrote it down. */
export type Label = {
  start: number;
  end: number;
  symbol: string;
  layout: string;
  family: string;
  type: string | null;
  issuer: string;
  date: string | null;
  issuerName: string | null;
};

/** A back-reference of a labelled text; `refersTo` is the index of the citation it means. */
export type BackReferenceLabel = { start: number; end: number; refersTo: number };

export type LabelledText = {
  /** The heading the text stands under: a family, a kind of dirt, a kind of look-alike. */
  section: string;
  text: string;
  labels: Label[];
  backReferences: BackReferenceLabel[];
};

export type EvaluationSet = 'first' | 'second' | 'third';
export type EvaluationPart = 'clean' | 'dirty' | 'negatives' | 'back-references';

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
const unescaped = (line: string) =>
  line
    .replace(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\([nrt])/g, (_all, letter: string) => ESCAPES[letter] ?? letter);

/** Type and issuer as the layout's form places them; `typeWord` is the type that only the noun tells. */
function partsOf(
  symbol: string,
  layout: string,
  typeWord: string | undefined,
): { type: string | null; issuer: string } {
  const told = typeWord === undefined || typeWord === '-' ? null : typeWord;
  const afterNumber = symbol.slice(symbol.search(/[-/]/u) + 1);
  const afterYear = afterNumber.slice(afterNumber.indexOf('/') + 1);
  const cut = (text: string, mark: string) => {
    const at = text.indexOf(mark);
    return { type: text.slice(0, at), issuer: text.slice(at + 1) };
  };
  if (layout === 'party') return cut(afterNumber, '/');
  if (layout === 'normative') return cut(afterYear, '-');
  if (layout === 'administrative') return cut(afterNumber, '-');
  if (layout === 'assembly') return { type: told, issuer: afterYear };
  if (layout === 'letter') return { type: 'CV', issuer: afterNumber };
  return { type: told, issuer: told === afterNumber ? '' : afterNumber };
}

/** Reads `symbol layout [type] | date | issuer`. */
function readLabel(line: string): Omit<Label, 'start' | 'end'> {
  const [head = '', date = '-', issuerName = '-'] = line.split('|').map((part) => part.trim());
  const [symbol, layoutWord, typeWord] = head.split(' ');
  if (symbol === undefined || layoutWord === undefined) throw new Error(`No symbol and layout in "${line}"`);
  const partyLayouts = ['party', 'legacy-party'];
  const layout = layoutWord.replace('-party', '');
  return {
    symbol,
    layout,
    family: partyLayouts.includes(layoutWord) ? 'party' : 'state',
    ...partsOf(symbol, layout, typeWord),
    date: date === '-' ? null : date,
    issuerName: issuerName === '-' ? null : issuerName,
  };
}

/** Takes the marks out of a sentence: `[[citation]]` and `{{n:back-reference}}`. */
function withoutMarks(marked: string) {
  const citations: { start: number; end: number }[] = [];
  const backReferences: BackReferenceLabel[] = [];
  let text = '';
  for (const piece of marked.split(/(\[\[.*?\]\]|\{\{\d+:.*?\}\})/su)) {
    const citation = /^\[\[(.*)\]\]$/su.exec(piece)?.[1];
    const reference = /^\{\{(\d+):(.*)\}\}$/su.exec(piece);
    const words = citation ?? reference?.[2] ?? piece;
    const place = { start: text.length, end: text.length + words.length };
    if (citation !== undefined) citations.push(place);
    if (reference) backReferences.push({ ...place, refersTo: Number(reference[1]) - 1 });
    text += words;
  }
  return { text, citations, backReferences };
}

/**
 * The labelled texts of one file. A line is a text, in which `[[…]]` marks a citation; below it stands one line for each:
 * `= symbol layout [type told by the noun] | date of issue | issuer`, with `-` for "not stated". `##` begins a section,
 * `@nfd` decomposes the rest of the section, `#` is a remark, and \n, \r, \t and \uXXXX stand for characters that one
 * cannot see in a file. `{{n:…}}` is a back-reference to the n-th citation.
 */
export function readLabelledTexts(content: string): LabelledText[] {
  const texts: LabelledText[] = [];
  let section = '';
  let decomposed = false;
  let open: { start: number; end: number }[] = [];
  const finish = () => {
    if (open.length > 0) throw new Error(`${open.length} labels are missing: ${texts.at(-1)?.text}`);
  };
  for (const line of content.split('\n')) {
    if (line.startsWith('= ')) {
      const place = open.shift();
      if (place === undefined) throw new Error(`Too many labels: ${texts.at(-1)?.text}`);
      texts.at(-1)?.labels.push({ ...place, ...readLabel(line.slice(2)) });
      continue;
    }
    finish();
    if (line.startsWith('## ')) {
      section = line.slice(3);
      decomposed = false;
    } else if (line === '@nfd') {
      decomposed = true;
    } else if (line !== '' && !line.startsWith('#')) {
      const written = unescaped(line);
      const { text, citations, backReferences } = withoutMarks(decomposed ? written.normalize('NFD') : written);
      texts.push({ section, text, labels: [], backReferences });
      open = citations;
    }
  }
  finish();
  return texts;
}

/** The texts of one part of an evaluation set. */
export function loadLabelledTexts(set: EvaluationSet, part: EvaluationPart): LabelledText[] {
  return readLabelledTexts(readFileSync(join(__dirname, set, `${part}.txt`), 'utf8'));
}

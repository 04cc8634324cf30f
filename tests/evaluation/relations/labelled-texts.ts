import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RELATION_TYPES, type RelationType } from '../../../src/plugins/gazette/server/src/legal-status';

/** What the reader should propose for one cited document. */
export type Label = { type: RelationType; symbol: string; scope: string | null };

/** A text of the evaluation set; `negative` when no relation but refers-to may be read from it. */
export type LabelledText = { id: string; acting: string | null; text: string; labels: Label[]; negative: boolean };

const NEGATIVES = 'hard-negatives.txt';

function readLabel(line: string, id: string): Label {
  const [what, scope] = line.slice(2).split(' | ');
  const [name, symbol] = what.trim().split(' ');
  const type = RELATION_TYPES.find((known) => known === name);
  if (type === undefined || symbol === undefined) throw new Error(`${id}: no label can be read from "${line}"`);
  return { type, symbol, scope: scope?.trim() ?? null };
}

function readText(block: string, negative: boolean): LabelledText {
  const [id, ...lines] = block.trimEnd().split('\n');
  const labels = lines.filter((line) => line.startsWith('> ')).map((line) => readLabel(line, id));
  const acting = lines[0]?.startsWith('@ ') ? lines[0].slice(2).trim() : null;
  const text = lines.filter((line) => !/^[>@] /.test(line)).join('\n');
  return { id, acting, text, labels, negative };
}

/**
 * Reads one set. A text begins with `# id`, may name the acting document with `@ symbol`, and ends with its labels,
 * one a line: `> type symbol | scope`.
 */
export function labelledTexts(set: string): LabelledText[] {
  const folder = path.join(__dirname, set);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split(/^# /m)
        .filter((block) => block.trim() !== '')
        .map((block) => readText(block, name === NEGATIVES)),
    );
}

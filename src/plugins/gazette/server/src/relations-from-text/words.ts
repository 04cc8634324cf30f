import { wrapsLine } from './lines';

/** A word, a mark, or a line break that does more than wrap a line, with the blank space after it. */
export type Word = {
  /** Lower case, with one spelling of the tone marks that are typed in two places. */
  plain: string;
  start: number;
  end: number;
};

const wordOrMark = /[\p{L}\d]+|\n[\s]*|[,;:./()?]/gu;
const MOST_KEPT = 1024;

function plainWord(word: string): string {
  return word.toLowerCase().replace('uỷ', 'ủy').replace(/oá$/u, 'óa').replace('bõ', 'bỏ');
}

/** The words of a text from a place on that only moves forward, read as they are asked for. */
export class WordStream {
  private readonly pattern = new RegExp(wordOrMark);
  private words: Word[] = [];
  private first = 0;
  private ended = false;

  constructor(private readonly text: string) {}

  /** Drops the words that begin before `offset`. */
  moveTo(offset: number): void {
    for (let word = this.at(0); word !== undefined && word.start < offset; word = this.at(0)) this.first += 1;
    if (this.first > MOST_KEPT) {
      this.words = this.words.slice(this.first);
      this.first = 0;
    }
  }

  /** The word `ahead` places on; undefined after the last. */
  at(ahead: number): Word | undefined {
    const index = this.first + ahead;
    while (this.words.length <= index && !this.ended) {
      const match = this.pattern.exec(this.text);
      this.ended = match === null;
      if (match !== null && !this.isWrap(match))
        this.words.push({ plain: plainWord(match[0]), start: match.index, end: match.index + match[0].length });
    }
    return this.words[index];
  }

  private isWrap({ 0: found, index }: RegExpExecArray): boolean {
    return found.startsWith('\n') && wrapsLine(this.text, index, index + found.length);
  }
}

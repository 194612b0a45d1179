import type { ImportErrorCode } from './import-error.ts';

/** One record of a file as text, with the line it starts on; or what is wrong at a line. */
export type SplitRecord =
  | { readonly ok: true; readonly text: string; readonly line: number }
  | { readonly ok: false; readonly code: ImportErrorCode; readonly line: number; readonly isFatal: boolean };

/** Cuts a file into records while it arrives, so that one record at most is held. */
export interface RecordSplitter {
  push(text: string): SplitRecord[];
  end(): SplitRecord[];
}

/** The number of line feeds in a text. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Collects the pieces of one record and stops keeping them once it is too long. */
export class RecordBuffer {
  readonly #limit: number;
  #pieces: string[] = [];
  #length = 0;

  constructor(limitChars: number) {
    this.#limit = limitChars;
  }

  add(piece: string): void {
    this.#length += piece.length;
    if (this.#length <= this.#limit) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Empties the buffer; the record as text, or as refused for its size. */
  take(line: number): SplitRecord {
    const isTooLarge = this.#length > this.#limit;
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    return isTooLarge ? { ok: false, code: 'article-too-large', line, isFatal: false } : { ok: true, text, line };
  }
}

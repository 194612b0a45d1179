import { countLineEnds, RecordBuffer, type SplitRecord } from './record-splitter.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Cuts CSV into records. A line end inside quotes belongs to the field; quotes open only at a field's start, so a
 * stray inch mark in a field does no harm. The delimiter is whatever precedes: `,` `;` tab or `|`.
 */
export class CsvSplitter {
  readonly #buffer: RecordBuffer;
  #line = 1;
  #lineEnds = 0;
  #isQuoted = false;
  #isFieldStart = true;
  #isAfterCr = false;
  #isAfterClosing = false;
  #delimiter: number | null = null;

  constructor(limitChars: number) {
    this.#buffer = new RecordBuffer(limitChars);
  }

  /** Known once the header was read; until then each usual delimiter counts as one. */
  set delimiter(character: string) {
    this.#delimiter = character.charCodeAt(0);
  }

  /** Takes the next record from `from` on; null where the text ends before the record does. */
  next(text: string, from: number): { readonly record: SplitRecord; readonly nextFrom: number } | null {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isQuoted) {
        const quote = code === QUOTE ? at : text.indexOf('"', at);
        if (quote === -1) break;
        at = quote;
        this.#isQuoted = false;
        this.#isAfterClosing = true;
        continue;
      }
      const isEnd = code === LF || code === CR;
      if (code === LF && this.#isAfterCr && at === from && this.#buffer.isEmpty) {
        // The second half of a CRLF that the previous record ended with.
        this.#isAfterCr = false;
        return this.next(text, at + 1);
      }
      this.#isAfterCr = code === CR;
      if (code === QUOTE && (this.#isFieldStart || this.#isAfterClosing)) this.#isQuoted = true;
      this.#isAfterClosing = false;
      this.#isFieldStart = isEnd || this.#isDelimiter(code);
      if (isEnd) {
        this.#add(text.slice(from, at));
        return { record: this.#take(), nextFrom: at + 1 };
      }
    }
    this.#add(text.slice(from));
    return null;
  }

  /** The last record, if the file doesn't end with a line end; refused where its quotes are still open. */
  end(): SplitRecord | null {
    if (this.#buffer.isEmpty) return null;
    if (!this.#isQuoted) return this.#take();
    return { ok: false, code: 'truncated', line: this.#line, isFatal: true };
  }

  #isDelimiter(code: number): boolean {
    if (this.#delimiter !== null) return code === this.#delimiter;
    return code === 44 || code === 59 || code === 9 || code === 124;
  }

  #add(piece: string): void {
    this.#buffer.add(piece);
    this.#lineEnds += countLineEnds(piece);
  }

  #take(): SplitRecord {
    const record = this.#buffer.take(this.#line);
    this.#line += this.#lineEnds + 1;
    this.#lineEnds = 0;
    return record;
  }
}

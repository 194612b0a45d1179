import { detailOf } from './import-error.ts';
import type { ImportRow, RowReader } from './import-row.ts';
import { JsonArraySplitter } from './json-array-splitter.ts';
import { JsonlSplitter } from './jsonl-splitter.ts';
import type { RecordSplitter, SplitRecord } from './record-splitter.ts';

function rowOf(record: SplitRecord): ImportRow {
  if (!record.ok) return record;
  try {
    const value: unknown = JSON.parse(record.text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { ok: false, code: 'not-an-object', line: record.line, detail: detailOf(value), isFatal: false };
    }
    return { ok: true, values: new Map(Object.entries(value)), line: record.line };
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    // Both engines name the line inside the record in the same words.
    const lineInside = Number(/\bline (\d+)/.exec(words)?.[1] ?? 1);
    return { ok: false, code: 'bad-json', line: record.line + lineInside - 1, detail: detailOf(words), isFatal: false };
  }
}

class JsonRows implements RowReader {
  readonly #splitter: RecordSplitter;

  constructor(splitter: RecordSplitter) {
    this.#splitter = splitter;
  }

  push(text: string): ImportRow[] {
    return this.#splitter.push(text).map(rowOf);
  }

  end(): ImportRow[] {
    return this.#splitter.end().map(rowOf);
  }
}

/** Reads `[…]` or `{"articles": […]}`; a broken element is one bad row, a broken array ends the reading. */
export function createJsonRows(limitChars: number): RowReader {
  return new JsonRows(new JsonArraySplitter(limitChars));
}

/** Reads one JSON object a line. */
export function createJsonlRows(limitChars: number): RowReader {
  return new JsonRows(new JsonlSplitter(limitChars));
}

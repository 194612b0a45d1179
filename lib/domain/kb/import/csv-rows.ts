import Papa from 'papaparse';
import { CsvSplitter } from './csv-splitter.ts';
import { fieldOfName } from './field-names.ts';
import { detailOf } from './import-error.ts';
import type { ImportRow, RowReader } from './import-row.ts';
import type { SplitRecord } from './record-splitter.ts';

const DELIMITERS = [',', ';', '\t', '|'];

function cellsOf(text: string, delimiter: string): { readonly cells: string[]; readonly problem: string | null } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return { cells: data[0] ?? [], problem: errors[0]?.message ?? null };
}

/** The delimiter under which most of the header's names mean something; with equal counts the more usual one. */
function bestDelimiter(header: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const known = cellsOf(header, delimiter).cells.filter((name) => fieldOfName(name) !== null).length;
    if (known > most) [best, most] = [delimiter, known];
  }
  return best;
}

/** Reads CSV with a header row; the delimiter is told by the header, or by Excel's own `sep=` line before it. */
export class CsvRows implements RowReader {
  readonly #splitter: CsvSplitter;
  #delimiter: string | null = null;
  #names: readonly string[] | null = null;

  constructor(limitChars: number) {
    this.#splitter = new CsvSplitter(limitChars);
  }

  push(text: string): ImportRow[] {
    const rows: ImportRow[] = [];
    let found = this.#splitter.next(text, 0);
    while (found !== null) {
      const row = this.#read(found.record);
      if (row !== null) rows.push(row);
      if (row?.ok === false && row.isFatal) break;
      found = this.#splitter.next(text, found.nextFrom);
    }
    return rows;
  }

  end(): ImportRow[] {
    const record = this.#splitter.end();
    const row = record === null ? null : this.#read(record);
    return row === null ? [] : [row];
  }

  #read(record: SplitRecord): ImportRow | null {
    if (!record.ok) return record;
    if (record.text.trim() === '') return null;
    if (this.#names === null || this.#delimiter === null) return this.#readHeader(record.text, record.line);
    const { cells, problem } = cellsOf(record.text.replace(/\r\n?/g, '\n'), this.#delimiter);
    if (problem !== null) return { ok: false, code: 'bad-csv', line: record.line, detail: problem, isFatal: false };
    if (cells.slice(this.#names.length).some((cell) => cell.trim() !== '')) {
      const detail = `${cells.length} > ${this.#names.length}`;
      return { ok: false, code: 'bad-csv', line: record.line, detail, isFatal: false };
    }
    // A missing column and an empty cell both mean "not stated".
    const filled = this.#names.flatMap((name, at): [string, string][] => {
      const cell = cells[at] ?? '';
      return cell.trim() === '' ? [] : [[name, cell]];
    });
    return filled.length === 0 ? null : { ok: true, values: new Map(filled), line: record.line };
  }

  #readHeader(text: string, line: number): ImportRow | null {
    if (/^sep=.$/.test(text)) return null;
    const delimiter = bestDelimiter(text);
    if (delimiter === null) return { ok: false, code: 'csv-no-header', line, detail: detailOf(text), isFatal: true };
    this.#delimiter = delimiter;
    this.#splitter.delimiter = delimiter;
    this.#names = cellsOf(text, delimiter).cells;
    return null;
  }
}

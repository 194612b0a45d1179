import type { Article } from '#lib/domain/kb/article.ts';
import { articleFromValues, type ReadArticle } from './article-from-values.ts';
import { CsvRows } from './csv-rows.ts';
import { readHtmlFile, readMarkdownFile } from './document-rows.ts';
import { detailOf, type ImportError, type ImportErrorCode, type Place } from './import-error.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportRow, RowReader } from './import-row.ts';
import { type FileFormat, formatOf, type ImportSource, isArticleFile } from './import-source.ts';
import { createJsonlRows, createJsonRows } from './json-rows.ts';
import { FileTextDecoder } from './text-decoder.ts';
import { ZipFiles } from './zip-files.ts';

export type ImportEvent =
  | { readonly ok: true; readonly article: Article; readonly place: Place }
  | { readonly ok: false; readonly error: ImportError };

export interface ReadProgress {
  readonly bytesRead: number;
  /** Null where a source's size is unknown. */
  readonly bytesTotal: number | null;
}

export interface ReadHooks {
  /** Called after each piece of a file. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

interface ErrorExtra {
  readonly line?: number | null;
  readonly detail?: string;
  readonly limit?: number;
}

function failure(code: ImportErrorCode, file: string, { line = null, ...extra }: ErrorExtra = {}): ImportEvent {
  return { ok: false, error: { code, file, line, field: null, ...extra } };
}

function* eventsOf(read: ReadArticle, place: Place): Generator<ImportEvent> {
  if (read.ok) yield { ok: true, article: read.article, place };
  else for (const error of read.errors) yield { ok: false, error };
}

class ArticleReader {
  readonly #options: ImportOptions;
  readonly #onBytes: (count: number) => void;

  constructor(options: ImportOptions, onBytes: (count: number) => void) {
    this.#options = options;
    this.#onBytes = onBytes;
  }

  async *read(source: ImportSource): AsyncGenerator<ImportEvent> {
    const format = formatOf(source.name);
    try {
      if (format === null) yield failure('unknown-format', source.name);
      else if (format === 'zip') yield* this.#readZip(source);
      else if (format === 'markdown' || format === 'html') yield* this.#readDocument(source, format);
      else yield* this.#readRows(source, this.#rowReader(format));
    } catch (error) {
      // The file changed or went away while it was read; that is no fault of ours.
      if (!isReadFailure(error)) throw error;
      yield failure('read-failed', source.name, { detail: detailOf(error.message) });
    }
  }

  #rowReader(format: 'json' | 'jsonl' | 'csv'): RowReader {
    const { articleChars } = this.#options.limits;
    if (format === 'csv') return new CsvRows(articleChars);
    return format === 'json' ? createJsonRows(articleChars) : createJsonlRows(articleChars);
  }

  async *#pieces(source: ImportSource): AsyncGenerator<Uint8Array> {
    for await (const bytes of source.open()) {
      yield bytes;
      this.#onBytes(bytes.length);
    }
  }

  async *#readRows(source: ImportSource, rows: RowReader): AsyncGenerator<ImportEvent> {
    const decoder = new FileTextDecoder();
    let linesBefore = 0;
    for await (const bytes of this.#pieces(source)) {
      const decoded = decoder.push(bytes);
      if (!decoded.ok) {
        yield failure('bad-encoding', source.name, { line: linesBefore + decoded.linesBefore + 1 });
        return;
      }
      linesBefore += decoded.text.split('\n').length - 1;
      const isOver = yield* this.#rowEvents(rows.push(decoded.text), source.name);
      if (isOver) return;
    }
    const decoded = decoder.push(new Uint8Array(), true);
    if (!decoded.ok) yield failure('bad-encoding', source.name, { line: linesBefore + 1 });
    else if (!(yield* this.#rowEvents(rows.push(decoded.text), source.name))) {
      yield* this.#rowEvents(rows.end(), source.name);
    }
  }

  /** Returns whether nothing after these rows can be read. */
  *#rowEvents(rows: readonly ImportRow[], file: string): Generator<ImportEvent, boolean> {
    const { limits } = this.#options;
    for (const row of rows) {
      const place = { file, line: row.line };
      if (row.ok) yield* eventsOf(articleFromValues(row.values, { place, options: this.#options }), place);
      else {
        const limit = row.code === 'article-too-large' ? { limit: limits.articleChars } : {};
        yield failure(row.code, file, {
          line: row.line,
          ...(row.detail === undefined ? {} : { detail: row.detail }),
          ...limit,
        });
        if (row.isFatal) return true;
      }
    }
    return false;
  }

  async *#readDocument(source: ImportSource, format: FileFormat): AsyncGenerator<ImportEvent> {
    const { articleChars: limit } = this.#options.limits;
    const decoder = new FileTextDecoder();
    let text = '';
    for await (const bytes of this.#pieces(source)) {
      const decoded = decoder.push(bytes);
      if (!decoded.ok) {
        const line = text.split('\n').length + decoded.linesBefore;
        yield failure('bad-encoding', source.name, { line });
        return;
      }
      text += decoded.text;
      if (text.length > limit) {
        yield failure('article-too-large', source.name, { limit });
        return;
      }
    }
    const last = decoder.push(new Uint8Array(), true);
    if (!last.ok) yield failure('bad-encoding', source.name, { line: text.split('\n').length });
    else yield* this.#documentEvents(text + last.text, source.name, source.name, format);
  }

  *#documentEvents(text: string, file: string, path: string, format: FileFormat): Generator<ImportEvent> {
    const document = { file, path, text, options: this.#options };
    const read = format === 'html' ? readHtmlFile(document) : readMarkdownFile(document);
    yield* eventsOf(read, { file, line: 1 });
  }

  async *#readZip(source: ImportSource): AsyncGenerator<ImportEvent> {
    const zip = new ZipFiles(this.#options.limits);
    for await (const bytes of this.#pieces(source)) {
      const isOver = yield* this.#zipEvents(zip, source.name, bytes);
      if (isOver) return;
    }
    yield* this.#zipEvents(zip, source.name, null);
  }

  *#zipEvents(zip: ZipFiles, zipName: string, bytes: Uint8Array | null): Generator<ImportEvent, boolean> {
    const { articleChars: limit } = this.#options.limits;
    for (const item of bytes === null ? zip.end() : zip.push(bytes)) {
      const file = item.path === null ? zipName : `${zipName}/${item.path}`;
      if (!item.ok) {
        const { code, path, isFatal, ok, ...extra } = item;
        yield failure(code, file, extra);
        if (isFatal) return true;
        continue;
      }
      const decoded = new FileTextDecoder().push(item.bytes, true);
      if (!decoded.ok) yield failure('bad-encoding', file, { line: decoded.linesBefore + 1 });
      else if (decoded.text.length > limit) yield failure('article-too-large', file, { limit });
      else yield* this.#documentEvents(decoded.text, file, item.path, formatOf(item.path) ?? 'markdown');
    }
    return false;
  }
}

function isReadFailure(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'NotReadableError' || error.name === 'NotFoundError');
}

/** A file inside a folder that isn't an article (an image, a stylesheet) is passed over; one picked by itself is not. */
function isWanted(source: ImportSource): boolean {
  return !source.name.includes('/') || isArticleFile(source.name);
}

/**
 * Reads files into valid articles, one at a time, in the order of the files. Yields every problem it meets as a value
 * and goes on where it can; an id seen before is a problem that names both places. Throws only what is a bug.
 */
export async function* readArticles(
  sources: readonly ImportSource[],
  options: ImportOptions,
  { onProgress }: ReadHooks = {},
): AsyncGenerator<ImportEvent> {
  const wanted = sources.filter(isWanted);
  const bytesTotal = wanted.reduce<number | null>(
    (sum, { size }) => (sum === null || size === null ? null : sum + size),
    0,
  );
  let bytesRead = 0;
  const reader = new ArticleReader(options, (count) => {
    bytesRead += count;
    onProgress?.({ bytesRead, bytesTotal });
  });
  const seen = new Map<string, Place>();
  let hasError = false;
  for (const source of wanted) {
    for await (const event of reader.read(source)) {
      const problem = event.ok ? idProblem(event.article.id, event.place, seen, options.limits.articles) : null;
      hasError ||= !event.ok || problem !== null;
      yield problem === null ? event : { ok: false, error: problem };
      if (problem?.code === 'too-many-articles') return;
    }
  }
  if (seen.size === 0 && !hasError) yield failure('no-articles', wanted[0]?.name ?? '');
}

function idProblem(id: string, place: Place, seen: Map<string, Place>, limit: number): ImportError | null {
  const other = seen.get(id);
  if (other !== undefined) return { code: 'duplicate-id', ...place, field: 'id', detail: detailOf(id), other };
  if (seen.size >= limit) return { code: 'too-many-articles', ...place, field: null, limit };
  seen.set(id, place);
  return null;
}

import type { Article } from '#lib/domain/kb/article.ts';
import type { ArticleSink } from '#lib/domain/kb/import/article-sink.ts';
import type { ImportError } from '#lib/domain/kb/import/import-error.ts';
import { IMPORT_DEFAULTS, type ImportOptions } from '#lib/domain/kb/import/import-options.ts';
import type { ImportSource } from '#lib/domain/kb/import/import-source.ts';
import { type ReadProgress, readArticles } from '#lib/domain/kb/import/read-articles.ts';

export interface ImportProgress extends ReadProgress {
  readonly articles: number;
  readonly errors: number;
}

export interface ImportRun<Result> {
  readonly writer: ArticleSink<Result>;
  readonly options?: ImportOptions;
  readonly signal?: AbortSignal;
  /** Called at most once a slice of work. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export type ImportReport<Result> =
  | { readonly state: 'stored'; readonly articles: number; readonly result: Result }
  /** Nothing was stored. `errors` holds the first hundred of `errorCount`. */
  | { readonly state: 'refused'; readonly errors: readonly ImportError[]; readonly errorCount: number }
  | { readonly state: 'cancelled' };

export const MAX_REPORTED_ERRORS = 100;
const SLICE_ARTICLES = 200;
/** How long work may go on before timers, messages and a cancel get their turn. */
const TURN_MS = 25;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function isStorageFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = 'inner' in cause ? cause.inner : cause.cause) {
    if (cause.name === 'QuotaExceededError') return true;
  }
  return false;
}

class ImportJob<Result> {
  readonly #run: ImportRun<Result>;
  readonly #errors: ImportError[] = [];
  #errorCount = 0;
  #articles = 0;
  #slice: Article[] = [];
  #progress: ReadProgress = { bytesRead: 0, bytesTotal: null };
  #turnStartedAt = performance.now();

  constructor(run: ImportRun<Result>) {
    this.#run = run;
  }

  /** Reads to the end even after an error, so that the report is whole; returns false once cancelled. */
  async readAll(sources: readonly ImportSource[]): Promise<boolean> {
    const onProgress = (progress: ReadProgress) => {
      this.#progress = progress;
    };
    const watched = sources.map((source) => ({ ...source, open: () => this.#pieces(source) }));
    for await (const event of readArticles(watched, this.#run.options ?? IMPORT_DEFAULTS, { onProgress })) {
      if (this.#run.signal?.aborted) return false;
      if (event.ok) await this.#take(event.article);
      else this.#note(event.error);
      await this.#restIfDue();
    }
    if (this.#errorCount === 0) await this.#flush();
    this.#report();
    return this.#run.signal?.aborted !== true;
  }

  /** A cancel must be heard where no article comes for long, too: in a zip full of images. */
  async *#pieces(source: ImportSource): AsyncGenerator<Uint8Array> {
    for await (const bytes of source.open()) {
      await this.#restIfDue();
      if (this.#run.signal?.aborted) return;
      yield bytes;
    }
  }

  async finish(): Promise<ImportReport<Result>> {
    if (this.#errorCount === 0) {
      return { state: 'stored', articles: this.#articles, result: await this.#run.writer.commit() };
    }
    await this.#run.writer.abort();
    return { state: 'refused', errors: this.#errors, errorCount: this.#errorCount };
  }

  async #take(article: Article): Promise<void> {
    this.#articles++;
    // After an error nothing will be stored, so nothing more is written either.
    if (this.#errorCount > 0) return;
    this.#slice.push(article);
    if (this.#slice.length >= SLICE_ARTICLES) await this.#flush();
  }

  #note(error: ImportError): void {
    this.#errorCount++;
    this.#slice = [];
    if (this.#errors.length < MAX_REPORTED_ERRORS) this.#errors.push(error);
  }

  async #flush(): Promise<void> {
    if (this.#slice.length > 0) await this.#run.writer.put(this.#slice);
    this.#slice = [];
  }

  #report(): void {
    this.#run.onProgress?.({ ...this.#progress, articles: this.#articles, errors: this.#errorCount });
  }

  async #restIfDue(): Promise<void> {
    if (performance.now() - this.#turnStartedAt < TURN_MS) return;
    this.#report();
    await nextTurn();
    this.#turnStartedAt = performance.now();
  }
}

/**
 * Imports files, all or nothing: every article of every file is handed to the writer and committed, or the writer is
 * aborted and the report says why. Gives the event loop its turn between slices, so that a page stays alive and a
 * cancel is heard. Rejects only where the writer fails for a reason that is no fault of the files or the disk's size.
 */
export async function importArticles<Result>(
  sources: readonly ImportSource[],
  run: ImportRun<Result>,
): Promise<ImportReport<Result>> {
  const job = new ImportJob(run);
  try {
    if (await job.readAll(sources)) return await job.finish();
  } catch (error) {
    await run.writer.abort();
    if (!isStorageFull(error)) throw error;
    const full: ImportError = { code: 'storage-full', file: '', line: null, field: null };
    return { state: 'refused', errors: [full], errorCount: 1 };
  }
  await run.writer.abort();
  return { state: 'cancelled' };
}

import { IMPORT_LIMITS } from '#lib/domain/kb/import/import-options.ts';
import type { WorkOrder, WorkOutcome, WorkProgress } from '#lib/messaging/page-work.ts';
import type { YeswardDatabase } from './database.ts';
import { fileSource } from './file-source.ts';
import { importArticles } from './import-articles.ts';
import { beginKbWrite, KbWriteConflict, type KbWriteProgress, type KbWriteResult } from './kb-writer.ts';
import { storageTrouble } from './open-database.ts';
import { restoreBackup } from './restore-backup.ts';
import { activityDocument, backupPieces } from './write-backup.ts';

export interface PageWorkDeps {
  readonly openDatabase: () => Promise<YeswardDatabase>;
  /** Runs `work` while no other page does such work, or resolves to null at once where one does. */
  readonly runAlone: <Result>(work: () => Promise<Result>) => Promise<Result | null>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WorkProgress) => void;
}

const START: WorkProgress = { stage: 'reading', bytesRead: 0, bytesTotal: null, articles: 0, errors: 0 };

class PageWork {
  readonly #deps: PageWorkDeps;
  readonly #db: YeswardDatabase;
  #progress = START;

  constructor(deps: PageWorkDeps, db: YeswardDatabase) {
    this.#deps = deps;
    this.#db = db;
  }

  run(order: WorkOrder): Promise<WorkOutcome> {
    if (order.kind === 'import') return this.#import(order);
    if (order.kind === 'restore') return this.#restore(order.file);
    if (order.kind === 'back-up') return this.#backUp();
    if (order.kind === 'export-activity') return this.#exportActivity();
    return this.#rewrite(order.kind === 'rebuild');
  }

  #report(change: Partial<WorkProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.#deps.onProgress(this.#progress);
  }

  /** What a writer reports while it carries articles over and writes the index. */
  readonly #onWriting = ({ stage }: KbWriteProgress): void => this.#report({ stage });

  #stored({ articleCount, written, replaced, carriedOver }: KbWriteResult): WorkOutcome {
    return { state: 'stored', articleCount, written, replaced, carriedOver };
  }

  async #import(order: Extract<WorkOrder, { kind: 'import' }>): Promise<WorkOutcome> {
    const { signal } = this.#deps;
    const writer = await beginKbWrite(this.#db, {
      now: this.#deps.now(),
      signal,
      onProgress: this.#onWriting,
      ...(order.isReplacing ? { keeps: () => false } : {}),
    });
    const report = await importArticles(
      order.files.map(({ file, name }) => ({ ...fileSource(file), name })),
      {
        writer,
        signal,
        options: { visibility: order.visibility, language: order.language, limits: IMPORT_LIMITS },
        onProgress: (progress) => this.#report({ stage: 'reading', ...progress }),
      },
    );
    return report.state === 'stored' ? this.#stored(report.result) : report;
  }

  /** A new state of the same articles, or of none. */
  async #rewrite(isKeeping: boolean): Promise<WorkOutcome> {
    const { signal } = this.#deps;
    const options = { now: this.#deps.now(), signal, onProgress: this.#onWriting, keeps: () => isKeeping };
    return this.#stored(await (await beginKbWrite(this.#db, options)).commit());
  }

  #restore(file: File): Promise<WorkOutcome> {
    return restoreBackup(this.#db, file, {
      now: this.#deps.now(),
      signal: this.#deps.signal,
      onProgress: (progress) => this.#report({ ...progress, bytesTotal: file.size }),
      onWriting: this.#onWriting,
    });
  }

  async #backUp(): Promise<WorkOutcome> {
    const parts: Blob[] = [];
    const writtenAt = new Date(this.#deps.now()).toISOString();
    const onArticles = (articles: number): void => this.#report({ stage: 'writing', articles });
    // The browser may keep a blob on disk, which it can't do with a string.
    for await (const piece of backupPieces(this.#db, writtenAt, { signal: this.#deps.signal, onArticles })) {
      parts.push(new Blob([piece]));
    }
    return { state: 'file', blob: new Blob(parts, { type: 'application/jsonl' }) };
  }

  async #exportActivity(): Promise<WorkOutcome> {
    const text = await activityDocument(this.#db, new Date(this.#deps.now()).toISOString());
    return { state: 'file', blob: new Blob([text], { type: 'application/json' }) };
  }
}

function failureOf(failure: unknown): WorkOutcome {
  if (failure instanceof KbWriteConflict) return { state: 'failed', code: 'conflict' };
  return { state: 'failed', code: storageTrouble(failure) ?? 'failed' };
}

/**
 * Does an options page's long work against the database and says how it ended; never rejects. A cancelled or failed
 * import or restore leaves the database as it was.
 */
export async function runPageWork(order: WorkOrder, deps: PageWorkDeps): Promise<WorkOutcome> {
  try {
    const outcome = await deps.runAlone(async () => new PageWork(deps, await deps.openDatabase()).run(order));
    return outcome ?? { state: 'busy' };
  } catch (failure) {
    if (deps.signal.aborted) return { state: 'cancelled' };
    const outcome = failureOf(failure);
    // What is no trouble of storage is a bug: say it where a developer looks.
    if (outcome.state === 'failed' && outcome.code === 'failed') console.error(failure);
    return outcome;
  }
}

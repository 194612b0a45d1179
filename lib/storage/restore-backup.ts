import type { Article } from '#lib/domain/kb/article.ts';
import type { BackupProblem } from '#lib/messaging/page-work.ts';
import { type BackupHeader, type BackupSetting, backupLineSchema, parseBackupHeader } from './backup-format.ts';
import type { ActivityRow, YeswardDatabase } from './database.ts';
import { beginKbWrite, type KbWriteProgress } from './kb-writer.ts';
import { LineTooLong, textLines } from './text-lines.ts';

export interface RestoreProgress {
  readonly bytesRead: number;
  readonly articles: number;
}

export interface RestoreRun {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
  readonly onWriting?: (progress: KbWriteProgress) => void;
}

export type RestoreReport =
  | { readonly state: 'restored'; readonly articles: number; readonly activity: number }
  | { readonly state: 'backup-refused'; readonly problem: BackupProblem; readonly line: number | null };

class BadBackup extends Error {
  readonly problem: BackupProblem;
  readonly line: number | null;

  constructor(problem: BackupProblem, line: number | null) {
    super(`${problem}, line ${line}`);
    this.problem = problem;
    this.line = line;
  }
}

const SLICE = 200;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Gathers what one backup holds and hands its articles on in slices. */
class BackupContents {
  readonly activity: ActivityRow[] = [];
  readonly settings: BackupSetting[] = [];
  articleCount = 0;
  readonly #ids = new Set<string>();
  #header: BackupHeader | null = null;
  #slice: Article[] = [];

  /** Takes a line; returns articles to write once enough came together. */
  take(number: number, text: string): Article[] | null {
    const value = parseJson(text);
    if (this.#header === null) {
      const header = parseBackupHeader(value);
      if (typeof header === 'string') throw new BadBackup(header, header === 'newer-version' ? null : number);
      this.#header = header;
      return null;
    }
    const line = backupLineSchema.safeParse(value);
    if (!line.success) {
      const isArticle = typeof value === 'object' && value !== null && 'article' in value;
      throw new BadBackup(isArticle ? 'bad-article' : 'bad-line', number);
    }
    if ('setting' in line.data) this.settings.push(line.data.setting);
    else if ('activity' in line.data) this.activity.push(line.data.activity);
    else return this.#takeArticle(line.data.article, number);
    return null;
  }

  /** The last articles; refuses a file that holds less or more than its header says. */
  end(): Article[] {
    if (this.#header === null) throw new BadBackup('not-a-backup', null);
    const { articles, activity, settings } = this.#header;
    const isWhole =
      articles === this.articleCount && activity === this.activity.length && settings === this.settings.length;
    if (!isWhole) throw new BadBackup('incomplete', null);
    return this.#slice;
  }

  #takeArticle(article: Article, number: number): Article[] | null {
    if (this.#ids.has(article.id)) throw new BadBackup('duplicate-id', number);
    this.#ids.add(article.id);
    this.articleCount++;
    this.#slice.push(article);
    if (this.#slice.length < SLICE) return null;
    const full = this.#slice;
    this.#slice = [];
    return full;
  }
}

/** What went wrong with the file itself, or null for a failure of another kind. */
function problemOf(failure: unknown): BadBackup | null {
  if (failure instanceof BadBackup) return failure;
  if (failure instanceof LineTooLong) return new BadBackup('not-a-backup', null);
  if (failure instanceof TypeError) return new BadBackup('bad-encoding', null);
  const name = failure instanceof Error ? failure.name : '';
  return name === 'NotReadableError' || name === 'NotFoundError' ? new BadBackup('read-failed', null) : null;
}

/**
 * Puts back what a backup holds in place of everything stored, all or nothing: articles, activity and settings take
 * over in one transaction, after every line was checked. Throws the signal's reason once it aborts, and what storage
 * throws; nothing is changed then either.
 */
export async function restoreBackup(db: YeswardDatabase, file: Blob, run: RestoreRun): Promise<RestoreReport> {
  const contents = new BackupContents();
  const writer = await beginKbWrite(db, {
    now: run.now,
    keeps: () => false,
    ...(run.signal === undefined ? {} : { signal: run.signal }),
    ...(run.onWriting === undefined ? {} : { onProgress: run.onWriting }),
    alongside: {
      tables: [db.activity, db.settings],
      write: async () => {
        await db.activity.clear();
        await db.activity.bulkPut(contents.activity);
        await db.settings.bulkPut(contents.settings);
      },
    },
  });
  let bytesRead = 0;
  try {
    const lines = textLines(file, (count) => {
      bytesRead += count;
    });
    for await (const { number, text } of lines) {
      const slice = contents.take(number, text);
      if (slice === null) continue;
      await writer.put(slice);
      run.onProgress?.({ bytesRead, articles: contents.articleCount });
    }
    await writer.put(contents.end());
    await writer.commit();
  } catch (failure) {
    await writer.abort();
    const problem = problemOf(failure);
    if (problem === null) throw failure;
    return { state: 'backup-refused', problem: problem.problem, line: problem.line };
  }
  return { state: 'restored', articles: contents.articleCount, activity: contents.activity.length };
}

import { BACKUP_SETTINGS, backupHeader } from './backup-format.ts';
import type { ArticleRow, YeswardDatabase } from './database.ts';
import { activeGeneration } from './kb-generation.ts';

const SLICE = 500;

export interface BackupHooks {
  readonly signal?: AbortSignal;
  /** Called after each slice with the number of articles written so far. */
  readonly onArticles?: (count: number) => void;
}

function articleLine({ generation: _generation, docNo: _docNo, ...article }: ArticleRow): string {
  return `${JSON.stringify({ article })}\n`;
}

/**
 * The whole database as pieces of a backup file, one at a time, so that no more than a slice of articles is in memory.
 * `writtenAt` is ISO 8601. No import may run meanwhile. Throws the signal's reason once it aborts.
 */
export async function* backupPieces(
  db: YeswardDatabase,
  writtenAt: string,
  { signal, onArticles }: BackupHooks = {},
): AsyncGenerator<string> {
  const [active, activity, settings] = await Promise.all([
    activeGeneration(db),
    db.activity.orderBy('at').toArray(),
    db.settings.bulkGet([...BACKUP_SETTINGS]),
  ]);
  const kept = settings.filter((row) => row !== undefined);
  const articles = active?.articleCount ?? 0;
  yield backupHeader(writtenAt, { settings: kept.length, activity: activity.length, articles });
  yield kept.map((setting) => `${JSON.stringify({ setting })}\n`).join('');
  yield activity.map((row) => `${JSON.stringify({ activity: row })}\n`).join('');
  if (active === undefined) return;
  const { generation } = active;
  for (let from = 0; from < articles; from += SLICE) {
    signal?.throwIfAborted();
    const rows = await db.articles
      .where('[generation+docNo]')
      .between([generation, from], [generation, from + SLICE], true, false)
      .toArray();
    yield rows.map(articleLine).join('');
    onArticles?.(Math.min(from + SLICE, articles));
  }
}

/** What the agent did with cards, all of it, as one JSON document. */
export async function activityDocument(db: YeswardDatabase, writtenAt: string): Promise<string> {
  const activity = await db.activity.orderBy('at').toArray();
  return `${JSON.stringify({ writtenAt, activity }, null, 2)}\n`;
}

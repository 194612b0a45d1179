import type { Table } from 'dexie';
import type { Article } from '#lib/domain/kb/article.ts';
import { createIndexBuilder } from '#lib/domain/kb/build-index.ts';
import type { ArticleSink } from '#lib/domain/kb/import/article-sink.ts';
import type { IndexBlock } from '#lib/domain/kb/index-block.ts';
import type { IndexBlockRow, KbGeneration, YeswardDatabase } from './database.ts';
import { activeGeneration, type StoredStats } from './kb-generation.ts';

/** What a finished import did. */
export interface KbWriteResult {
  readonly generation: number;
  readonly articleCount: number;
  /** Of those, how many this import brought; the others were there before. */
  readonly written: number;
  readonly carriedOver: number;
  /** How many of those written took the place of an article with the same id. */
  readonly replaced: number;
}

export interface KbWriteProgress {
  readonly stage: 'carrying-over' | 'indexing';
  /** Articles carried over, or index blocks written, so far. */
  readonly done: number;
}

export interface KbWriterOptions {
  /** Milliseconds since the epoch, kept as the time of this state of the knowledge base. */
  readonly now: number;
  /** Which of the stored articles stay; by default all whose id the import doesn't bring again. */
  readonly keeps?: (article: Article) => boolean;
  /** Looked at between slices; once aborted, `put` and `commit` undo what was written and throw its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: KbWriteProgress) => void;
  /** Changes to other tables in the very transaction that takes over, so that a restored backup is whole or nothing. */
  readonly alongside?: { readonly tables: readonly Table[]; readonly write: () => Promise<void> };
}

/** Writes one import beside the state in force and takes its place at `commit`. */
export type KbWriter = ArticleSink<KbWriteResult>;

/** The import can't be taken over: another one cleaned it up or finished in the meantime. */
export class KbWriteConflict extends Error {}

const ARTICLE_SLICE = 2000;
const BLOCK_SLICE = 200;

/** Deletes a generation in slices, so that a ticket opened meanwhile waits for one slice at most. */
async function deleteGeneration(db: YeswardDatabase, generation: number): Promise<void> {
  for (const table of [db.cards, db.articles]) {
    for (;;) {
      const rows = table.where('[generation+docNo]').between([generation, 0], [generation + 1, 0], true, false);
      const keys = await rows.limit(ARTICLE_SLICE).primaryKeys();
      const [first, last] = [keys[0], keys.at(-1)];
      if (first === undefined || last === undefined) break;
      await table.where('[generation+docNo]').between(first, last, true, true).delete();
    }
  }
  await db.indexBlocks
    .where('[generation+lastTerm]')
    .between([generation, ''], [generation + 1, ''], true, false)
    .delete();
  await db.kbGenerations.delete(generation);
}

/** Deletes what cancelled or crashed imports, and generations replaced since, left behind. */
export async function cleanUpGenerations(db: YeswardDatabase): Promise<void> {
  const active = await activeGeneration(db);
  const all = await db.kbGenerations.toCollection().primaryKeys();
  for (const generation of all) if (generation !== active?.generation) await deleteGeneration(db, generation);
}

const LAST_GENERATION = 'kb.lastGeneration';

/** A number is never used twice: an import that was cleaned up must not write into another's rows. */
async function openGeneration(db: YeswardDatabase, writtenAt: number): Promise<number> {
  return db.transaction('rw', db.kbGenerations, db.settings, async () => {
    const last = (await db.settings.get(LAST_GENERATION))?.value;
    const stored = (await db.kbGenerations.toCollection().last())?.generation ?? 0;
    const generation = Math.max(stored, typeof last === 'number' ? last : 0) + 1;
    await db.settings.put({ key: LAST_GENERATION, value: generation });
    await db.kbGenerations.add({ generation, state: 'building', articleCount: 0, stats: null, writtenAt });
    return generation;
  });
}

/** To be called in each writing transaction: after a clean-up by another import nothing more may be written. */
async function ownRow(db: YeswardDatabase, generation: number): Promise<KbGeneration> {
  const row = await db.kbGenerations.get(generation);
  if (row === undefined) throw new KbWriteConflict('Another import replaced the articles in the meantime');
  return row;
}

/**
 * Begins a new state of the knowledge base, after cleaning up what an earlier crash left. One import at a
 * time: a second one that begins undoes the first, whose `commit` then throws {@link KbWriteConflict}.
 */
export async function beginKbWrite(db: YeswardDatabase, options: KbWriterOptions): Promise<KbWriter> {
  await cleanUpGenerations(db);
  const base = (await activeGeneration(db))?.generation ?? null;
  const generation = await openGeneration(db, options.now);
  const builder = createIndexBuilder();
  const brought = new Set<string>();
  let nextDocNo = 0;

  const undoIfAborted = async (): Promise<void> => {
    if (options.signal?.aborted !== true) return;
    await deleteGeneration(db, generation);
    options.signal.throwIfAborted();
  };

  const store = async (articles: readonly Article[]): Promise<void> => {
    const rows = articles.map((article, at) => ({ ...article, generation, docNo: nextDocNo + at }));
    const cards = rows.map(({ body: _body, ...card }) => card);
    for (const row of rows) builder.add(row.docNo, row);
    nextDocNo += rows.length;
    await db.transaction('rw', db.articles, db.cards, db.kbGenerations, async () => {
      await ownRow(db, generation);
      await Promise.all([db.articles.bulkAdd(rows), db.cards.bulkAdd(cards)]);
    });
  };

  const carryOver = async (): Promise<{ carriedOver: number; replaced: number }> => {
    let [carriedOver, replaced] = [0, 0];
    if (base === null) return { carriedOver, replaced };
    for (let from = 0; ; from += ARTICLE_SLICE) {
      await undoIfAborted();
      const slice = db.articles
        .where('[generation+docNo]')
        .between([base, from], [base, from + ARTICLE_SLICE], true, false);
      const rows = await slice.toArray();
      if (rows.length === 0) return { carriedOver, replaced };
      const staying = rows.filter((row) => !brought.has(row.id) && options.keeps?.(row) !== false);
      replaced += rows.filter((row) => brought.has(row.id)).length;
      carriedOver += staying.length;
      await store(staying);
      options.onProgress?.({ stage: 'carrying-over', done: carriedOver });
    }
  };

  const writeBlocks = async (blocks: Iterable<IndexBlock>): Promise<string[]> => {
    const lastTerms: string[] = [];
    let rows: IndexBlockRow[] = [];
    const flush = async (): Promise<void> => {
      await undoIfAborted();
      await db.transaction('rw', db.indexBlocks, db.kbGenerations, async () => {
        await ownRow(db, generation);
        await db.indexBlocks.bulkAdd(rows);
      });
      rows = [];
      options.onProgress?.({ stage: 'indexing', done: lastTerms.length });
    };
    for (const { lastTerm, bytes } of blocks) {
      lastTerms.push(lastTerm);
      rows.push({ generation, lastTerm, bytes });
      if (rows.length === BLOCK_SLICE) await flush();
    }
    await flush();
    return lastTerms;
  };

  const takeOver = (stats: StoredStats): Promise<void> =>
    db.transaction('rw', [db.kbGenerations, ...(options.alongside?.tables ?? [])], async () => {
      const active = await activeGeneration(db);
      const own = await ownRow(db, generation);
      if ((active?.generation ?? null) !== base) throw new KbWriteConflict('The articles changed in the meantime');
      if (base !== null) await db.kbGenerations.update(base, { state: 'building' });
      await db.kbGenerations.put({ ...own, state: 'active', articleCount: nextDocNo, stats });
      await options.alongside?.write();
    });

  return {
    async put(articles) {
      for (let at = 0; at < articles.length; at += ARTICLE_SLICE) {
        await undoIfAborted();
        const slice = articles.slice(at, at + ARTICLE_SLICE);
        for (const article of slice) brought.add(article.id);
        await store(slice);
      }
    },
    async commit() {
      const written = nextDocNo;
      const counts = await carryOver();
      const { stats, blocks } = builder.finish();
      const lastTerms = await writeBlocks(blocks);
      await undoIfAborted();
      await takeOver({ ranking: stats, lastTerms });
      await cleanUpGenerations(db);
      return { generation, articleCount: nextDocNo, written, ...counts };
    },
    abort: () => deleteGeneration(db, generation),
  };
}

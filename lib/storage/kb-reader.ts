import type { Article, ArticleId } from '#lib/domain/kb/article.ts';
import type { ArticleCard, IndexReader } from '#lib/domain/kb/rank-articles.ts';
import type { CardRow, YeswardDatabase } from './database.ts';
import { activeGeneration, type StoredStats, storedStats } from './kb-generation.ts';

/** What the knowledge base holds, for a page that shows it. */
export interface KbSummary {
  readonly articleCount: number;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly languages: Readonly<Record<string, number>>;
  /** The index is of an older version: a commit without articles builds it anew. */
  readonly needsRebuild: boolean;
}

export interface KbReader {
  /**
   * Runs `read` on the state in force, all in one transaction: an import that finishes meanwhile is not seen.
   * `read` must wait for nothing but the reader. `null` where there are no articles yet.
   */
  withIndex<Result>(read: (index: IndexReader) => Promise<Result>): Promise<Result | null>;
  readArticle(id: ArticleId): Promise<Article | null>;
  /** The titles of those of the articles that are stored. */
  readTitles(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, string>>;
  readSummary(): Promise<KbSummary | null>;
}

function toCard({ generation: _generation, ...card }: CardRow): ArticleCard {
  return card;
}

/** The block that would hold a term: the first whose last term is not before it; -1 past the end. */
function blockFor(lastTerms: readonly string[], term: string): number {
  let low = 0;
  let high = lastTerms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lastTerms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low < lastTerms.length ? low : -1;
}

function indexReader(db: YeswardDatabase, generation: number, stored: StoredStats): IndexReader {
  return {
    stats: stored.ranking,
    async readBlocks(terms) {
      const needed = new Set(terms.flatMap((term) => stored.lastTerms[blockFor(stored.lastTerms, term)] ?? []));
      const rows = await db.indexBlocks.bulkGet([...needed].map((last): [number, string] => [generation, last]));
      return rows.flatMap((row) => row?.bytes ?? []);
    },
    async readCards(docNos) {
      const rows = await db.cards.bulkGet(docNos.map((docNo): [number, number] => [generation, docNo]));
      return rows.flatMap((row) => (row === undefined ? [] : [toCard(row)]));
    },
  };
}

/** Reads the knowledge base; holds nothing between two calls. */
export function createKbReader(db: YeswardDatabase): KbReader {
  return {
    withIndex: (read) =>
      db.transaction('r', db.kbGenerations, db.indexBlocks, db.cards, async () => {
        const active = await activeGeneration(db);
        const stored = active === undefined ? null : storedStats(active);
        if (active === undefined || stored === null) return null;
        return read(indexReader(db, active.generation, stored));
      }),
    readArticle: (id) =>
      db.transaction('r', db.kbGenerations, db.articles, async () => {
        const active = await activeGeneration(db);
        if (active === undefined) return null;
        const row = await db.articles.where('[generation+id]').equals([active.generation, id]).first();
        if (row === undefined) return null;
        const { generation: _generation, docNo: _docNo, ...article } = row;
        return article;
      }),
    readTitles: (ids) =>
      db.transaction('r', db.kbGenerations, db.articles, async () => {
        const active = await activeGeneration(db);
        if (active === undefined) return new Map();
        const keys = [...new Set(ids)].map((id): [number, string] => [active.generation, id]);
        const rows = await db.articles.where('[generation+id]').anyOf(keys).toArray();
        return new Map(rows.map(({ id, title }) => [id, title]));
      }),
    async readSummary() {
      const active = await activeGeneration(db);
      if (active === undefined) return null;
      const stored = storedStats(active);
      return {
        articleCount: active.articleCount,
        writtenAt: active.writtenAt,
        languages: stored?.ranking.languages ?? {},
        needsRebuild: stored === null,
      };
    },
  };
}

import type { Article } from '#lib/domain/kb/article.ts';

/**
 * Where an import writes. All or nothing: what `put` took becomes visible by `commit` alone, and `abort`
 * leaves the knowledge base as it was. After `commit` or `abort` no other call follows.
 */
export interface ArticleSink<Result = unknown> {
  /** Takes the next slice; ids are unique over all slices of one import. */
  put(articles: readonly Article[]): Promise<void>;
  commit(): Promise<Result>;
  abort(): Promise<void>;
}

import type { Article } from '#lib/domain/kb/article.ts';

/**
 * Where an import writes. All or nothing: what `put` took becomes visible by `commit` alone, and `abort`
 * leaves the knowledge base as it was. Nothing follows `abort`, and nothing but `abort` a rejected `commit`.
 */
export interface ArticleSink<Result = unknown> {
  /** Takes the next slice; ids are unique over all slices of one import. */
  put(articles: readonly Article[]): Promise<void>;
  commit(): Promise<Result>;
  abort(): Promise<void>;
}

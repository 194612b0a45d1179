import { isUrlIn } from './already-sent.ts';
import type { Article, ArticleId } from './article.ts';
import { IMPACT_OF_BYTE, inverseDocumentFrequency } from './bm25f.ts';
import type { KbStats } from './build-index.ts';
import { articleFreshness, FRESHNESS_LIMITS, type Freshness, type FreshnessLimits } from './freshness.ts';
import { eachPosting, findPostings, type TermPostings } from './index-block.ts';
import { isSameLanguage, normaliseLanguage } from './language.ts';
import { matchedWords } from './matched-words.ts';
import { type QueryTerm, queryTerms } from './query-terms.ts';
import type { TicketQuery } from './ticket-query.ts';

/** An article without its body, and its number in the index. */
export type ArticleCard = Omit<Article, 'body'> & { readonly docNo: number };

/** What ranking reads of a knowledge base at rest. */
export interface IndexReader {
  readonly stats: KbStats;
  /** The blocks that hold the terms, each once, in any order; a term that is nowhere needs no block. */
  readBlocks(terms: readonly string[]): Promise<readonly Uint8Array[]>;
  /** The cards of these documents, in the order asked. */
  readCards(docNos: readonly number[]): Promise<readonly ArticleCard[]>;
}

export interface RankingOptions {
  readonly limit: number;
  readonly now: Date;
  readonly freshness?: FreshnessLimits;
  /** Comparable addresses that agents sent in this thread (see sentUrls): such articles come last and are marked. */
  readonly sentUrls?: ReadonlySet<string>;
  readonly sentIds?: ReadonlySet<ArticleId>;
  /** Left out. */
  readonly dismissedIds?: ReadonlySet<ArticleId>;
}

export interface RankedArticle {
  readonly card: ArticleCard;
  readonly score: number;
  /** The customer's own words that found it, the most telling first; at most four. */
  readonly matched: readonly string[];
  readonly freshness: Freshness;
  readonly isAlreadySent: boolean;
}

const NONE: ReadonlySet<string> = new Set();
const STALE_FACTOR = 0.85;
const OTHER_SCRIPT_FACTOR = 0.9;
/** Cards read beyond those asked for, so that language, age and what was sent can reorder them. */
const CANDIDATES = 40;

interface ScoredTerm {
  readonly query: QueryTerm;
  readonly postings: TermPostings;
  readonly weight: number;
}

function weighTerms(terms: readonly QueryTerm[], blocks: readonly Uint8Array[], documentCount: number): ScoredTerm[] {
  const found = findPostings(
    blocks,
    terms.map(({ term }) => term),
  );
  return terms.flatMap((query) => {
    const postings = found.get(query.term);
    if (postings === undefined) return [];
    const weight = query.weight * inverseDocumentFrequency(postings.documentCount, documentCount);
    return [{ query, postings, weight }];
  });
}

/** The best documents, the best first; equal scores by document number, so that the order is the same each time. */
function best(scores: Float64Array, count: number): number[] {
  const chosen: number[] = [];
  let worst = 0;
  for (let docNo = 0; docNo < scores.length; docNo++) {
    const score = scores[docNo] ?? 0;
    if (score <= worst) continue;
    let at = chosen.length;
    while (at > 0 && (scores[chosen[at - 1] ?? 0] ?? 0) < score) at--;
    chosen.splice(at, 0, docNo);
    if (chosen.length > count) chosen.pop();
    if (chosen.length === count) worst = scores[chosen[count - 1] ?? 0] ?? 0;
  }
  return chosen;
}

/** Which terms found each of a few documents, with what each added. */
function contributions(terms: readonly ScoredTerm[], docNos: readonly number[]): Map<number, [QueryTerm, number][]> {
  const found = new Map<number, [QueryTerm, number][]>(docNos.map((docNo) => [docNo, []]));
  for (const { query, postings, weight } of terms) {
    eachPosting(postings.bytes, (docNo, impact) =>
      found.get(docNo)?.push([query, weight * (IMPACT_OF_BYTE[impact] ?? 0)]),
    );
  }
  return found;
}

/** 0 for the customer's language or an unknown one, 1 for another: such articles come after. */
function languageTier(article: string, query: string): 0 | 1 {
  return query === 'und' || article === 'und' || isSameLanguage(article, query) ? 0 : 1;
}

/**
 * The articles that answer a query best, best first: those in the customer's language, then others; stale
 * articles a little lower. At most `limit`, and behind them those that would be among these had they not been
 * sent already. Reads the index twice (blocks, then cards), so that a reader can do both in one transaction.
 */
export async function rankArticles(
  query: TicketQuery,
  reader: IndexReader,
  options: RankingOptions,
): Promise<readonly RankedArticle[]> {
  const { stats } = reader;
  const terms = queryTerms(query, stats.languages);
  if (terms.length === 0 || stats.documentCount === 0 || options.limit < 1) return [];
  const blocks = await reader.readBlocks(terms.map(({ term }) => term));
  const scored = weighTerms(terms, blocks, stats.documentCount);
  const scores = new Float64Array(stats.documentLimit);
  for (const { postings, weight } of scored) {
    eachPosting(postings.bytes, (docNo, impact) => {
      scores[docNo] = (scores[docNo] ?? 0) + weight * (IMPACT_OF_BYTE[impact] ?? 0);
    });
  }
  const docNos = best(scores, options.limit + CANDIDATES);
  const cards = await reader.readCards(docNos);
  const sources = contributions(scored, docNos);
  const ranked = cards
    .filter((card) => !options.dismissedIds?.has(card.id))
    .map((card) => {
      const freshness = articleFreshness(card, options.now, options.freshness ?? FRESHNESS_LIMITS);
      const language = normaliseLanguage(card.language);
      const tier = languageTier(language, query.language);
      let score = scores[card.docNo] ?? 0;
      if (freshness === 'stale') score *= STALE_FACTOR;
      if (tier === 0 && language !== query.language && language.startsWith('zh')) score *= OTHER_SCRIPT_FACTOR;
      const isAlreadySent = options.sentIds?.has(card.id) === true || isUrlIn(options.sentUrls ?? NONE, card.url);
      return { card, score, matched: matchedWords(sources.get(card.docNo) ?? []), freshness, isAlreadySent, tier };
    })
    .sort((one, other) => one.tier - other.tier || other.score - one.score || one.card.docNo - other.card.docNo)
    .map(({ tier: _tier, ...article }): RankedArticle => article);
  const unsent = ranked.filter((article) => !article.isAlreadySent).slice(0, options.limit);
  return [...unsent, ...ranked.slice(0, options.limit).filter((article) => article.isAlreadySent)];
}

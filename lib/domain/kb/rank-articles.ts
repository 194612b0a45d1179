import { isUrlIn } from './already-sent.ts';
import type { Article, ArticleId } from './article.ts';
import type { KbStats } from './build-index.ts';
import { articleFreshness, FRESHNESS_LIMITS, type Freshness, type FreshnessLimits } from './freshness.ts';
import { isSameLanguage, normaliseLanguage } from './language.ts';
import { matchedWords } from './matched-words.ts';
import { queryTerms } from './query-terms.ts';
import { bestDocuments, contributions, scoreDocuments, weighTerms } from './score-documents.ts';
import type { TicketQuery } from './ticket-query.ts';
import { queryPhrases, titlePhraseScore } from './title-phrases.ts';
import { createTokeniser, type Stemmer, stemmerFor } from './tokenise.ts';

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
/** Of a phrase's weight, what an article gains for holding it in its title. */
const PHRASE_SHARE = 0.2;
const OTHER_SCRIPT_FACTOR = 0.9;
/** Cards read beyond those asked for, so that language, age and what was sent can reorder them. */
const CANDIDATES = 24;

/** 0 for the customer's language or an unknown one, 1 for another: such articles come after. */
function languageTier(article: string, query: string): 0 | 1 {
  return query === 'und' || article === 'und' || isSameLanguage(article, query) ? 0 : 1;
}

/** What the query's phrases in a title are worth, by the title's language (or the query's, where it states none). */
function phraseScorer(
  query: TicketQuery,
  stats: KbStats,
  weights: ReadonlyMap<string, number>,
): (title: string, language: string) => number {
  const [commonest] = Object.entries(stats.languages).sort(([, one], [, other]) => other - one);
  const fallback = query.language === 'und' ? (commonest?.[0] ?? 'und') : query.language;
  const scorers = new Map<Stemmer, (title: string) => number>();
  return (title, language) => {
    const stemmer = stemmerFor(language === 'und' ? fallback : language);
    let scorer = scorers.get(stemmer);
    if (scorer === undefined) {
      const tokenise = createTokeniser(stemmer);
      const phrases = queryPhrases(query, tokenise, weights);
      scorer = (text) => titlePhraseScore(text, tokenise, phrases);
      scorers.set(stemmer, scorer);
    }
    return scorer(title);
  };
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
  const scores = scoreDocuments(scored, stats.documentLimit);
  const docNos = bestDocuments(scores, options.limit + CANDIDATES);
  const cards = await reader.readCards(docNos);
  const sources = contributions(scored, docNos);
  const scorePhrases = phraseScorer(query, stats, new Map(scored.map(({ query: { term }, weight }) => [term, weight])));
  const ranked = cards
    .filter((card) => !options.dismissedIds?.has(card.id))
    .map((card) => {
      const freshness = articleFreshness(card, options.now, options.freshness ?? FRESHNESS_LIMITS);
      const language = normaliseLanguage(card.language);
      const tier = languageTier(language, query.language);
      let score = (scores[card.docNo] ?? 0) + PHRASE_SHARE * scorePhrases(card.title, language);
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

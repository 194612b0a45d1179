import type { TicketQuery } from './ticket-query.ts';
import type { Tokenise } from './tokenise.ts';

/** Two words stand together if at most a short stop word or two is between them. */
const MAX_GAP = 12;

/** Calls `visit` for each two terms that stand together in a text. Chinese pairs, which overlap, are passed over. */
function eachPair(text: string, tokenise: Tokenise, visit: (first: string, second: string) => void): void {
  let previous = '';
  let previousEnd = Number.NEGATIVE_INFINITY;
  tokenise(text, (term, start, end) => {
    const gap = start - previousEnd;
    if (gap > 0 && gap <= MAX_GAP && term !== previous) visit(previous, term);
    previous = term;
    previousEnd = end;
  });
}

/**
 * Which phrases of a query a title may hold, and what each is worth: the mean weight of its two words. `weights`
 * holds the weight of each term that the index knows.
 */
export function queryPhrases(
  query: TicketQuery,
  tokenise: Tokenise,
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const phrases = new Map<string, number>();
  for (const part of query.parts) {
    eachPair(part.text.normalize('NFC'), tokenise, (first, second) => {
      const [one, other] = [weights.get(first), weights.get(second)];
      if (one !== undefined && other !== undefined) phrases.set(`${first} ${second}`, (one + other) / 2);
    });
  }
  return phrases;
}

/** What the phrases of a query that stand in a title are worth together; each counts once. */
export function titlePhraseScore(title: string, tokenise: Tokenise, phrases: ReadonlyMap<string, number>): number {
  if (phrases.size === 0) return 0;
  const found = new Set<string>();
  eachPair(title.normalize('NFC'), tokenise, (first, second) => found.add(`${first} ${second}`));
  let score = 0;
  for (const phrase of found) score += phrases.get(phrase) ?? 0;
  return score;
}

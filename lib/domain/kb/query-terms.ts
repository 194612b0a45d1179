import { normaliseLanguage } from './language.ts';
import { LIGHT_WORDS } from './stop-words.ts';
import type { TicketQuery } from './ticket-query.ts';
import { createTokeniser, foldWord, type Stemmer, stemmerFor } from './tokenise.ts';

/** One index term of a query. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  /** As the customer wrote it first. */
  readonly surface: string;
  /** Where that stands in the query: part, first and last character. */
  readonly part: number;
  readonly start: number;
  readonly end: number;
  /** A word of the customer's story rather than of its subject; it counts less and explains nothing. */
  readonly isLight: boolean;
}

/** A long ticket is cut to its weightiest, then first, terms: each costs a read of the index. */
const MAX_TERMS = 96;
/** How soon a word that the customer repeats stops counting more (BM25's k3). */
const K3 = 1;
/** For words that tell a story more than they name its subject. */
const LIGHT_WORD_WEIGHT = 0.4;

function isLightWord(term: string, surface: string): boolean {
  return LIGHT_WORDS.has(term) || LIGHT_WORDS.has(foldWord(surface));
}

/** The stemmers whose terms the articles in the query's language were indexed with; all in use if there are none. */
function stemmersOf(language: string, languages: Readonly<Record<string, number>>): readonly Stemmer[] {
  const own = stemmerFor(normaliseLanguage(language));
  const inUse = new Set(Object.keys(languages).map(stemmerFor));
  return language !== 'und' && inUse.has(own) ? [own] : [...inUse];
}

/** The weighted terms of a query for an index whose articles have the given languages. */
export function queryTerms(query: TicketQuery, languages: Readonly<Record<string, number>>): readonly QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  for (const stemmer of stemmersOf(query.language, languages)) {
    const tokenise = createTokeniser(stemmer);
    const counted = new Map<string, QueryTerm>();
    query.parts.forEach((part, index) => {
      const text = part.text.normalize('NFC');
      tokenise(text, (term, start, end) => {
        const known = counted.get(term);
        const weight = (known?.weight ?? 0) + part.weight;
        const surface = known?.surface ?? text.slice(start, end);
        const first = known ?? { term, surface, part: index, start, end, isLight: isLightWord(term, surface) };
        counted.set(term, { ...first, weight });
      });
    });
    for (const [term, counts] of counted) if (!terms.has(term)) terms.set(term, counts);
  }
  return [...terms.values()]
    .map((term) => (term.isLight ? { ...term, weight: term.weight * LIGHT_WORD_WEIGHT } : term))
    .map((term) => ({ ...term, weight: ((K3 + 1) * term.weight) / (K3 + term.weight) }))
    .sort((one, other) => other.weight - one.weight || one.part - other.part || one.start - other.start)
    .slice(0, MAX_TERMS);
}

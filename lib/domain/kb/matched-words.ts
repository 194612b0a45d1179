import type { QueryTerm } from './query-terms.ts';
import { foldWord } from './tokenise.ts';

const MAX_WORDS = 4;
/** A word that adds less than this share of the best word's part explains nothing. */
const MIN_SHARE = 0.15;

/** A bare number or a scrap ("Wi", "Fi", "38.00") finds articles but tells a reader little. */
const SCRAP = /^(?:[\d.,]+|\p{Script=Latin}{1,2})$/u;

interface Piece {
  readonly source: QueryTerm;
  readonly surface: string;
  readonly share: number;
  readonly isLight: boolean;
}

/** Two Chinese bigrams that overlap in the text are one piece of it: 宽带 and 带账 become 宽带账. */
function joined(first: Piece, second: Piece): Piece | null {
  const overlap = first.source.start + first.surface.length - second.source.start;
  if (first.source.part !== second.source.part || overlap <= 0 || overlap >= second.surface.length) return null;
  return {
    source: first.source,
    surface: first.surface + second.surface.slice(overlap),
    share: first.share + second.share,
    isLight: first.isLight && second.isLight,
  };
}

/**
 * The words of a ticket that found an article, as the customer wrote them, the most telling first, at most four.
 * Takes each term that matched with what it added to the score.
 */
export function matchedWords(found: readonly (readonly [QueryTerm, number])[]): readonly string[] {
  const inOrder = found
    .map(([source, share]): Piece => ({ source, surface: source.surface, share, isLight: source.isLight }))
    .sort((one, other) => one.source.part - other.source.part || one.source.start - other.source.start);
  const pieces: Piece[] = [];
  for (const piece of inOrder) {
    const last = pieces.at(-1);
    const both = last === undefined ? null : joined(last, piece);
    if (both === null) pieces.push(piece);
    else pieces[pieces.length - 1] = both;
  }
  const plain = pieces.filter((piece) => !piece.isLight);
  const words = plain.filter((piece) => !SCRAP.test(piece.surface));
  const telling = words.length > 0 ? words : plain.length > 0 ? plain : pieces;
  telling.sort((one, other) => other.share - one.share);
  const least = (telling[0]?.share ?? 0) * MIN_SHARE;
  const shown = new Map<string, string>();
  for (const { surface, share } of telling) {
    if (share >= least && !shown.has(foldWord(surface))) shown.set(foldWord(surface), surface);
  }
  return [...shown.values()].slice(0, MAX_WORDS);
}

import { IMPACT_OF_BYTE, inverseDocumentFrequency } from './bm25f.ts';
import { eachPosting, findPostings, type TermPostings } from './index-block.ts';
import type { QueryTerm } from './query-terms.ts';

/** A query term that the index knows, with its weight and rarity multiplied. */
export interface ScoredTerm {
  readonly query: QueryTerm;
  readonly postings: TermPostings;
  readonly weight: number;
}

/** The query's terms as the index knows them; unknown ones fall out. `blocks` are those read for the terms. */
export function weighTerms(
  terms: readonly QueryTerm[],
  blocks: readonly Uint8Array[],
  documentCount: number,
): ScoredTerm[] {
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

/** The numbers of the best documents, the best first; equal scores by document number, so that the order is the same each time. */
export function bestDocuments(scores: Float64Array, count: number): number[] {
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
export function contributions(
  terms: readonly ScoredTerm[],
  docNos: readonly number[],
): Map<number, [QueryTerm, number][]> {
  const found = new Map<number, [QueryTerm, number][]>(docNos.map((docNo) => [docNo, []]));
  for (const { query, postings, weight } of terms) {
    eachPosting(postings.bytes, (docNo, impact) =>
      found.get(docNo)?.push([query, weight * (IMPACT_OF_BYTE[impact] ?? 0)]),
    );
  }
  return found;
}

/** The score of every document by its number; 0 where no term is. */
export function scoreDocuments(terms: readonly ScoredTerm[], documentLimit: number): Float64Array {
  const scores = new Float64Array(documentLimit);
  for (const { postings, weight } of terms) {
    eachPosting(postings.bytes, (docNo, impact) => {
      scores[docNo] = (scores[docNo] ?? 0) + weight * (IMPACT_OF_BYTE[impact] ?? 0);
    });
  }
  return scores;
}

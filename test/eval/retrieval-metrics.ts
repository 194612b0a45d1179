/** How well rankings find what they should: means over the questions. */
export interface RetrievalFigures {
  readonly ndcg10: number;
  readonly recall5: number;
  readonly mrr10: number;
  readonly questions: number;
}

/** Relevant document ids by question. */
export type Judgements = ReadonlyMap<string, ReadonlySet<string>>;

function discountedGain(isRelevant: readonly boolean[]): number {
  return isRelevant.reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0);
}

/** nDCG@10, Recall@5 and MRR@10 with binary relevance; a question without a ranking counts as zero. */
export function retrievalFigures(
  rankings: ReadonlyMap<string, readonly string[]>,
  judgements: Judgements,
): RetrievalFigures {
  const sum = { ndcg10: 0, recall5: 0, mrr10: 0 };
  for (const [question, relevant] of judgements) {
    const hits = (rankings.get(question) ?? []).slice(0, 10).map((id) => relevant.has(id));
    sum.ndcg10 += discountedGain(hits) / discountedGain(Array<boolean>(Math.min(10, relevant.size)).fill(true));
    sum.recall5 += hits.slice(0, 5).filter(Boolean).length / relevant.size;
    const first = hits.indexOf(true);
    sum.mrr10 += first < 0 ? 0 : 1 / (first + 1);
  }
  const questions = judgements.size;
  const mean = (total: number): number => (questions === 0 ? 0 : total / questions);
  return { ndcg10: mean(sum.ndcg10), recall5: mean(sum.recall5), mrr10: mean(sum.mrr10), questions };
}

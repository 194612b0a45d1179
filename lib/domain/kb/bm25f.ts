/** Weights of the ranking that are fixed when an index is built. Chosen on development sets only: docs/ranking.md. */
export interface Bm25fParameters {
  /** How soon more occurrences of a word stop counting. */
  readonly k1: number;
  readonly titleWeight: number;
  /** How far a long title, or a long body, weakens each word in it: 0 not at all, 1 in full. */
  readonly titleB: number;
  readonly bodyB: number;
}

export const BM25F: Bm25fParameters = { k1: 3, titleWeight: 4, titleB: 0.75, bodyB: 0.75 };

/** Field lengths in terms: of one article, or on average over all. */
export interface FieldLengths {
  readonly title: number;
  readonly body: number;
}

/**
 * What one word adds to one article's score before its rarity is counted, from 0 to under 1: the saturated,
 * length-normalised and weighted frequency of BM25F (Robertson and Zaragoza 2009, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", section 3.6), without the constant factor k1 + 1.
 */
export function bm25fImpact(
  titleCount: number,
  bodyCount: number,
  lengths: FieldLengths,
  averages: FieldLengths,
  parameters: Bm25fParameters,
): number {
  const { k1, titleWeight, titleB, bodyB } = parameters;
  let frequency = 0;
  if (titleCount > 0)
    frequency += (titleWeight * titleCount) / (1 - titleB + (titleB * lengths.title) / averages.title);
  if (bodyCount > 0) frequency += bodyCount / (1 - bodyB + (bodyB * lengths.body) / averages.body);
  return frequency / (k1 + frequency);
}

/** How much a word tells, by the number of articles that hold it (never negative). */
export function inverseDocumentFrequency(holding: number, documentCount: number): number {
  return Math.log(1 + (documentCount - holding + 0.5) / (holding + 0.5));
}

/**
 * An impact from 0 to 1 as the byte 1 to 255 that an index keeps. The byte is proportional to the square root, so
 * that the small impacts of long articles keep their differences: 0.02 is held to 3 %, 0.5 to 0.6 %.
 */
export function impactByte(impact: number): number {
  return Math.max(1, Math.round(Math.sqrt(impact) * 255));
}

/** The impact that each byte stands for. */
export const IMPACT_OF_BYTE: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => (byte / 255) ** 2);

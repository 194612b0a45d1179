import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#lib/domain/kb/article.ts';
import { BM25F, bm25fImpact, IMPACT_OF_BYTE, impactByte, inverseDocumentFrequency } from '#lib/domain/kb/bm25f.ts';
import {
  eachPosting,
  findPostings,
  MAX_BLOCK_BYTES,
  packBlocks,
  type TermPostings,
} from '#lib/domain/kb/index-block.ts';
import { PostingArena } from '#lib/domain/kb/posting-arena.ts';
import { queryTerms } from '#lib/domain/kb/query-terms.ts';
import { rankArticles } from '#lib/domain/kb/rank-articles.ts';
import { scoreDocuments, weighTerms } from '#lib/domain/kb/score-documents.ts';
import { searchQuery } from '#lib/domain/kb/ticket-query.ts';
import { plainArticle } from '#test/eval/kb.ts';
import { memoryIndex } from '#test/eval/memory-index.ts';

const term = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const postings = fc
  .uint8Array({ minLength: 1, maxLength: 400 })
  .chain((bytes) => fc.record({ documentCount: fc.nat({ max: 100_000 }), bytes: fc.constant(bytes) }));

describe('packBlocks and findPostings', () => {
  it('give back every term that went in, and no other', () => {
    fc.assert(
      fc.property(fc.dictionary(term, postings), fc.array(term), (entries, others) => {
        const sorted = Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
        const blocks = [...packBlocks(sorted)];
        const found = findPostings(
          blocks.map((block) => block.bytes),
          [...new Set([...sorted.map(([name]) => name), ...others])],
        );
        const expected = new Map<string, TermPostings>(sorted);
        expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [name, { documentCount, bytes }] of found) {
          expect(documentCount).toBe(expected.get(name)?.documentCount);
          expect([...bytes]).toEqual([...(expected.get(name)?.bytes ?? [])]);
        }
      }),
    );
  });

  it('keep each block small, except one for a single large term, and keyed by its last term', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sizes, (lengths) => {
        const entries = lengths.map((length, at): [string, TermPostings] => [
          `t${String(at).padStart(4, '0')}`,
          { documentCount: 1, bytes: new Uint8Array(length) },
        ]);
        const blocks = [...packBlocks(entries)];
        let from = 0;
        for (const { lastTerm, bytes } of blocks) {
          const last = entries.findIndex(([name]) => name === lastTerm);
          const inside = entries.slice(from, last + 1).map(([name]) => name);
          expect([...findPostings([bytes], inside).keys()]).toEqual(inside);
          expect(bytes.length <= MAX_BLOCK_BYTES || inside.length === 1).toBe(true);
          from = last + 1;
        }
        expect(from).toBe(entries.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('PostingArena', () => {
  it('gives back what was pushed to each of many lists at once', () => {
    const pushes = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 ** 31 })), { maxLength: 3000 });
    fc.assert(
      fc.property(pushes, (values) => {
        const arena = new PostingArena();
        const lists = Array.from({ length: 6 }, () => arena.open());
        const expected = lists.map((): number[] => []);
        for (const [list, value] of values) {
          arena.pushVarint(list, value);
          expected[list]?.push(value);
        }
        for (const list of lists) expect(readVarints(arena.read(list))).toEqual(expected[list]);
      }),
    );
  });
});

function readVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let [value, scale] = [0, 1];
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    numbers.push(value);
    [value, scale] = [0, 1];
  }
  return numbers;
}

describe('impactByte', () => {
  it('keeps an impact to within one step of a square root scale', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), (impact) => {
        const kept = IMPACT_OF_BYTE[impactByte(impact)] ?? 0;
        expect(Math.abs(Math.sqrt(kept) - Math.sqrt(impact))).toBeLessThanOrEqual(1 / 255);
      }),
    );
  });
});

/** Codes are neither stemmed nor left out, so that the naive ranking needs no tokeniser. */
const codes = Array.from({ length: 25 }, (_, at) => `x${at}9`);
const words = fc.array(fc.constantFrom(...codes), { maxLength: 30 });
const documents = fc.array(fc.record({ title: words, body: words }), { minLength: 1, maxLength: 25 });

function countOf(list: readonly string[], word: string): number {
  return list.filter((other) => other === word).length;
}

/** The definition, computed from the texts themselves and without bytes. */
function exactScores(corpus: readonly { title: string[]; body: string[] }[], query: readonly string[]): number[] {
  const mean = (field: 'title' | 'body') =>
    corpus.reduce((sum, { [field]: list }) => sum + list.length, 0) / corpus.length || 1;
  const averages = { title: mean('title'), body: mean('body') };
  return corpus.map(({ title, body }) => {
    const lengths = { title: title.length, body: body.length };
    let score = 0;
    for (const word of new Set(query)) {
      const holding = corpus.filter((one) => one.title.includes(word) || one.body.includes(word)).length;
      if (!title.includes(word) && !body.includes(word)) continue;
      const impact = bm25fImpact(countOf(title, word), countOf(body, word), lengths, averages, BM25F);
      const repeats = countOf(query, word);
      score += ((2 * repeats) / (1 + repeats)) * inverseDocumentFrequency(holding, corpus.length) * impact;
    }
    return score;
  });
}

describe('scoreDocuments', () => {
  it('scores as BM25F is defined, to within the rounding of impacts', async () => {
    const query = fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(documents, query, async (corpus, asked) => {
        const articles = corpus.map(
          ({ title, body }, at): Article => plainArticle(String(at), title.join(' '), body.join(' '), 'en'),
        );
        const index = memoryIndex(articles);
        const terms = queryTerms(searchQuery(asked.join(' ')), index.stats.languages);
        const blocks = await index.readBlocks(terms.map(({ term }) => term));
        const scores = scoreDocuments(weighTerms(terms, blocks, corpus.length), corpus.length);
        for (const [docNo, exact] of exactScores(corpus, asked).entries()) {
          expect(Math.abs((scores[docNo] ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.02 + 1e-9);
        }
      }),
    );
  });
});

describe('rankArticles', () => {
  it('puts higher scores first and finds every article that holds a word', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom(...codes), async (corpus, asked) => {
        const articles = corpus.map(({ title, body }, at) =>
          plainArticle(String(at), title.join(' '), body.join(' '), 'en'),
        );
        const options = { limit: corpus.length, now: new Date(0) };
        const ranked = await rankArticles(searchQuery(asked), memoryIndex(articles), options);
        const holding = corpus.flatMap(({ title, body }, at) => (title.concat(body).includes(asked) ? [at] : []));
        expect(ranked.map(({ card }) => card.docNo).sort((one, other) => one - other)).toEqual(holding);
        const order = ranked.map(({ score }) => score);
        expect(order).toEqual([...order].sort((one, other) => other - one));
      }),
    );
  });

  it('gives the same ranking each time', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom(...codes), async (corpus, asked) => {
        const articles = corpus.map(({ title, body }, at) =>
          plainArticle(String(at), title.join(' '), body.join(' '), 'en'),
        );
        const options = { limit: 5, now: new Date(0) };
        const [first, second] = [memoryIndex(articles), memoryIndex(articles)];
        expect(await rankArticles(searchQuery(asked), first, options)).toEqual(
          await rankArticles(searchQuery(asked), second, options),
        );
      }),
    );
  });
});

describe('eachPosting', () => {
  it('reads numbers that a builder wrote as gaps', () => {
    const postingsOf: number[] = [];
    eachPosting(new Uint8Array([5, 9, 0x80, 1, 200]), (docNo, impact) => postingsOf.push(docNo, impact));
    expect(postingsOf).toEqual([5, 9, 133, 200]);
  });
});

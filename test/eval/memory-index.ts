import type { Article } from '#lib/domain/kb/article.ts';
import type { Bm25fParameters } from '#lib/domain/kb/bm25f.ts';
import { createIndexBuilder } from '#lib/domain/kb/build-index.ts';
import type { IndexBlock } from '#lib/domain/kb/index-block.ts';
import type { ArticleCard, IndexReader } from '#lib/domain/kb/rank-articles.ts';

/** An index held in memory, over the very blocks that the extension keeps in IndexedDB. */
export interface MemoryIndex extends IndexReader {
  readonly blocks: readonly IndexBlock[];
}

/** The first block whose last term is not before `term`, or -1. */
function blockFor(blocks: readonly IndexBlock[], term: string): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.lastTerm ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low < blocks.length ? low : -1;
}

/** Indexes articles in memory; they are numbered as they come. */
export function memoryIndex(articles: Iterable<Article>, parameters?: Bm25fParameters): MemoryIndex {
  const builder = createIndexBuilder(parameters);
  const cards: ArticleCard[] = [];
  for (const article of articles) {
    const { body: _body, ...card } = article;
    builder.add(cards.length, article);
    cards.push({ ...card, docNo: cards.length });
  }
  const { stats, blocks: packed } = builder.finish();
  const blocks = [...packed];
  return {
    stats,
    blocks,
    readBlocks: async (terms) =>
      [...new Set(terms.map((term) => blockFor(blocks, term)))].flatMap((at) => blocks[at]?.bytes ?? []),
    readCards: async (docNos) => docNos.flatMap((docNo) => cards[docNo] ?? []),
  };
}

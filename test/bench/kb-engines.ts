import { deserialize, serialize } from 'node:v8';
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch, { type Options } from 'minisearch';
import type { IndexBlock } from '#lib/domain/kb/index-block.ts';
import { stemEnglish } from '#lib/domain/kb/stem-english.ts';
import { ENGLISH_STOP_WORDS } from '#lib/domain/kb/stop-words.ts';
import { plainArticle, rankText } from '#test/eval/kb.ts';
import { memoryIndex } from '#test/eval/memory-index.ts';
import type { BenchDocument } from './kb-sets.ts';

const TOP = 10;

/** An index that was built: asks it, and writes it out. */
export interface BuiltEngine {
  find(text: string): readonly string[] | Promise<readonly string[]>;
  save(): Uint8Array;
}

/** One search engine under one configuration. */
export interface Engine {
  readonly name: string;
  build(documents: readonly BenchDocument[]): BuiltEngine | Promise<BuiltEngine>;
  /** Makes a saved index ready to answer. */
  load(saved: Uint8Array): unknown;
}

const utf8 = new TextEncoder();
const text = (saved: Uint8Array): string => new TextDecoder().decode(saved);

/** Ours: the extension's own ranking over its own blocks. Loading is what reading every block would cost. */
export const YESWARD: Engine = {
  name: 'yesward',
  build(documents) {
    const articles = documents.map(({ id, title, text: body, language }) => plainArticle(id, title, body, language));
    const index = memoryIndex(articles);
    return {
      find: async (question) => (await rankText(question, index, TOP)).map(({ id }) => id),
      save: () => serialize({ stats: index.stats, blocks: index.blocks }),
    };
  },
  load: (saved): { blocks: readonly IndexBlock[] } => deserialize(saved),
};

function miniSearch(name: string, options: Options<BenchDocument>): Engine {
  return {
    name,
    build(documents) {
      const index = new MiniSearch<BenchDocument>(options);
      index.addAll(documents);
      return {
        find: (question) =>
          index
            .search(question)
            .slice(0, TOP)
            .map((hit): string => hit.id),
        save: () => utf8.encode(JSON.stringify(index)),
      };
    },
    load: (saved) => MiniSearch.loadJSON(text(saved), options),
  };
}

const FIELDS = ['title', 'text'];
const processTerm = (term: string): string | null => {
  const lower = term.toLowerCase();
  return ENGLISH_STOP_WORDS.has(lower) ? null : stemEnglish(lower);
};

const LUNR: Engine = {
  name: 'lunr',
  build(documents) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('title', { boost: 2 });
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    return {
      // Terms are added one by one: lunr's query language throws on a ticket that holds "*" or ":".
      find: (question) => {
        const terms = lunr.tokenizer(question).map((token) => token.toString());
        const hits = index.query((query) => {
          for (const term of terms) query.term(term, { usePipeline: true });
        });
        return hits.slice(0, TOP).map((hit) => hit.ref);
      },
      save: () => utf8.encode(JSON.stringify(index)),
    };
  },
  load: (saved) => lunr.Index.load(JSON.parse(text(saved))),
};

const ORAMA_SCHEMA = { title: 'string', text: 'string' } as const;
const oramaDatabase = () =>
  create({
    schema: ORAMA_SCHEMA,
    components: { tokenizer: { stemming: true, stemmer: stemEnglish, stopWords: [...ENGLISH_STOP_WORDS] } },
  });

const ORAMA: Engine = {
  name: 'orama',
  async build(documents) {
    const database = oramaDatabase();
    await insertMultiple(
      database,
      documents.map(({ id, title, text: body }) => ({ id, title, text: body })),
    );
    return {
      find: async (question) => {
        const found = await search(database, { term: question, limit: TOP, boost: { title: 2 } });
        return found.hits.map((hit) => hit.id);
      },
      save: () => utf8.encode(JSON.stringify(save(database))),
    };
  },
  load: (saved) => {
    const raw: RawData = JSON.parse(text(saved));
    load(oramaDatabase(), raw);
  },
};

export const PEERS: readonly Engine[] = [
  miniSearch('minisearch-default', { fields: FIELDS }),
  miniSearch('minisearch-tuned', {
    fields: FIELDS,
    processTerm,
    searchOptions: { boost: { title: 2 }, bm25: { k: 1.2, b: 0.75, d: 0 } },
  }),
  ORAMA,
  LUNR,
];

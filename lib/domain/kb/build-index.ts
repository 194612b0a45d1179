import type { Article } from './article.ts';
import { articleText } from './article-text.ts';
import { BM25F, type Bm25fParameters, bm25fImpact, type FieldLengths, impactByte } from './bm25f.ts';
import { ByteWriter, type IndexBlock, packBlocks, type TermPostings } from './index-block.ts';
import { detectLanguage, normaliseLanguage } from './language.ts';
import { PostingArena } from './posting-arena.ts';
import { createTokeniser, type Stemmer, stemmerFor, type Tokenise } from './tokenise.ts';

/** What ranking needs to know of a whole index. */
export interface KbStats {
  /** Of the index's bytes and terms: an index of another version must be built anew. */
  readonly version: typeof INDEX_VERSION;
  readonly documentCount: number;
  /** One more than the greatest document number. */
  readonly documentLimit: number;
  /** Articles by normalised language, the detected one where the source states none. */
  readonly languages: Readonly<Record<string, number>>;
}

export const INDEX_VERSION = 1;

/** Takes articles one by one, so that a caller can stop, yield or report between any two. */
export interface IndexBuilder {
  /** Adds an article under a number greater than all before it. */
  add(docNo: number, article: Article): void;
  /** Nothing can be added afterwards. */
  finish(): { readonly stats: KbStats; readonly blocks: Iterable<IndexBlock> };
}

/** How often an article holds a word: title and body in one number, since most words need nothing more. */
const TITLE_UNIT = 65_536;
const MAX_COUNT = TITLE_UNIT - 1;

/** Sorted terms with their impacts, made one at a time as the consumer asks. */
function* sortedPostings(
  lists: ReadonlyMap<string, number>,
  arena: PostingArena,
  lengths: ReadonlyMap<number, FieldLengths>,
  averages: FieldLengths,
  parameters: Bm25fParameters,
): Generator<[string, TermPostings]> {
  const writer = new ByteWriter();
  for (const term of [...lists.keys()].sort()) {
    const numbers = varints(arena.read(lists.get(term) ?? 0));
    let docNo = 0;
    let documentCount = 0;
    for (let at = 0; at < numbers.length; documentCount++) {
      const gap = numbers[at++] ?? 0;
      const packed = numbers[at++] ?? 0;
      const body = Math.floor(packed / 2);
      const title = packed % 2 === 1 ? (numbers[at++] ?? 0) : 0;
      docNo += gap;
      const impact = bm25fImpact(title, body, lengths.get(docNo) ?? averages, averages, parameters);
      writer.varint(gap);
      writer.byte(impactByte(impact));
    }
    yield [term, { documentCount, bytes: writer.take() }];
  }
}

function varints(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    if (byte > 127) scale *= 128;
    else {
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return numbers;
}

/** The language an article is indexed under: as stated, else as its text shows. */
function languageOf(article: Article, text: string): string {
  const stated = normaliseLanguage(article.language);
  return stated === 'und' ? detectLanguage(`${article.title}\n${text}`) : stated;
}

/** Builds the index of many articles; its memory grows with the number of postings (some three bytes each). */
export function createIndexBuilder(parameters: Bm25fParameters = BM25F): IndexBuilder {
  const arena = new PostingArena();
  const lists = new Map<string, number>();
  const lastDocNo: number[] = [];
  const lengths = new Map<number, FieldLengths>();
  const languages: Record<string, number> = {};
  const tokenisers = new Map<Stemmer, Tokenise>();
  let documentLimit = 0;
  let titleTerms = 0;
  let bodyTerms = 0;

  const tokeniserFor = (stemmer: Stemmer): Tokenise => {
    const known = tokenisers.get(stemmer) ?? createTokeniser(stemmer);
    tokenisers.set(stemmer, known);
    return known;
  };

  const write = (docNo: number, term: string, title: number, body: number): void => {
    let list = lists.get(term);
    if (list === undefined) {
      list = arena.open();
      lists.set(term, list);
      lastDocNo.push(0);
    }
    arena.pushVarint(list, docNo - (lastDocNo[list] ?? 0));
    arena.pushVarint(list, body * 2 + (title > 0 ? 1 : 0));
    if (title > 0) arena.pushVarint(list, title);
    lastDocNo[list] = docNo;
  };

  return {
    add(docNo, article) {
      if (docNo < documentLimit)
        throw new RangeError(`Document numbers must rise: ${docNo} after ${documentLimit - 1}`);
      const text = articleText(article).normalize('NFC');
      const language = languageOf(article, text);
      const tokenise = tokeniserFor(stemmerFor(language));
      const counts = new Map<string, number>();
      tokenise(article.title.normalize('NFC'), (term) => counts.set(term, (counts.get(term) ?? 0) + TITLE_UNIT));
      tokenise(text, (term) => {
        const count = counts.get(term) ?? 0;
        if (count % TITLE_UNIT < MAX_COUNT) counts.set(term, count + 1);
      });
      let title = 0;
      let body = 0;
      for (const [term, count] of counts) {
        const inTitle = Math.floor(count / TITLE_UNIT);
        const inBody = count % TITLE_UNIT;
        write(docNo, term, inTitle, inBody);
        title += inTitle;
        body += inBody;
      }
      lengths.set(docNo, { title, body });
      titleTerms += title;
      bodyTerms += body;
      languages[language] = (languages[language] ?? 0) + 1;
      documentLimit = docNo + 1;
    },
    finish() {
      const documentCount = lengths.size;
      const averages = { title: titleTerms / documentCount || 1, body: bodyTerms / documentCount || 1 };
      const stats: KbStats = { version: INDEX_VERSION, documentCount, documentLimit, languages };
      return { stats, blocks: packBlocks(sortedPostings(lists, arena, lengths, averages, parameters)) };
    },
  };
}

import { parseArgs } from 'node:util';
import type { Article, ArticleId } from '#lib/domain/kb/article.ts';
import { rankArticles } from '#lib/domain/kb/rank-articles.ts';
import { ticketQuery } from '#lib/domain/kb/ticket-query.ts';
import { InputError, jsonLines, type Row, textField } from './json-lines.ts';
import { type MemoryIndex, memoryIndex } from './memory-index.ts';

/** How the command is called. */
export const KB_USAGE = 'kb CORPUS.jsonl QUERIES.jsonl [--top 10]';

/** An article of one paragraph a block, as an import would have made it from plain text. */
export function plainArticle(id: string, title: string, text: string, language: string): Article {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return {
    id: id as ArticleId,
    title,
    body: paragraphs.map((paragraph) => ({ type: 'paragraph', children: [{ type: 'text', text: paragraph }] })),
    url: null,
    language: language === '' ? 'und' : language,
    visibility: 'public',
    updated: null,
    reviewed: null,
    owner: null,
    tags: [],
  };
}

function articleOf(row: Row, at: string): Article {
  const [id, title, text] = [textField(row, 'id', at), textField(row, 'title', at), textField(row, 'text', at)];
  return plainArticle(id, title, text, textField(row, 'lang', at, true));
}

/** The articles that a plain text, taken for a ticket's only message, finds: ids and scores, the best first. */
export async function rankText(
  text: string,
  index: MemoryIndex,
  limit: number,
): Promise<readonly { readonly id: string; readonly score: number }[]> {
  const message = { id: '1', role: 'customer', author: '', text, links: [] } as const;
  const query = ticketQuery({ subject: '', messages: [message] });
  const ranked = await rankArticles(query, index, { limit, now: new Date(0) });
  return ranked.map(({ card, score }) => ({ id: card.id, score }));
}

async function readCorpus(path: string): Promise<MemoryIndex> {
  const articles = new Map<string, Article>();
  for await (const { row, at } of jsonLines(path)) {
    const article = articleOf(row, at);
    if (articles.has(article.id)) throw new InputError(`${at}: field "id" repeats "${article.id}"`);
    articles.set(article.id, article);
  }
  if (articles.size === 0) throw new InputError(`${path}: holds no article`);
  return memoryIndex(articles.values());
}

/** Ranks a file of articles for each of a file of queries and hands `print` one JSON line a query. */
export async function evalKb(args: readonly string[], print: (line: string) => void): Promise<void> {
  const { values, positionals } = parseKbArgs(args);
  const [corpus, queries] = positionals;
  if (corpus === undefined || queries === undefined || positionals.length > 2) throw new InputError(KB_USAGE);
  const top = Number(values.top);
  if (!Number.isInteger(top) || top < 1)
    throw new InputError(`--top must be a whole number above 0, found "${values.top}"`);
  const index = await readCorpus(corpus);
  for await (const { row, at } of jsonLines(queries)) {
    const id = textField(row, 'id', at);
    const ranked = await rankText(textField(row, 'text', at), index, top);
    const results = ranked.map((result) => ({ id: result.id, score: Number(result.score.toPrecision(6)) }));
    print(JSON.stringify({ query_id: id, results }));
  }
}

function parseKbArgs(args: readonly string[]): { values: { top: string }; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: { top: { type: 'string', default: '10' } }, allowPositionals: true });
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${KB_USAGE}`);
  }
}

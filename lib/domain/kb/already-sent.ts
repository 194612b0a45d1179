import type { Ticket } from '#lib/domain/ticket.ts';
import type { Article, ArticleId, Block } from './article.ts';
import { blocksText } from './article-text.ts';

/** An address without what differs between two links to one article: scheme, "www.", query, fragment, last slash. */
export function comparableUrl(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return `${url.host.replace(/^www\./, '')}${decodePath(url.pathname).replace(/\/+$/, '')}${articleParameter(url)}`;
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Some knowledge bases tell their articles apart by a parameter alone. */
function articleParameter(url: URL): string {
  const [name] = ['id', 'article', 'articleId', 'kb', 'p'].filter((candidate) => url.searchParams.has(candidate));
  return name === undefined ? '' : `?${name}=${url.searchParams.get(name) ?? ''}`;
}

/** The comparable addresses that agents have already sent the customer in a ticket. */
export function sentUrls(ticket: Pick<Ticket, 'messages'>): ReadonlySet<string> {
  const links = ticket.messages.filter((message) => message.role === 'agent').flatMap((message) => message.links);
  return new Set(links.flatMap((link) => comparableUrl(link) ?? []));
}

/** Whether an article's address is among comparable addresses. */
export function isUrlIn(urls: ReadonlySet<string>, address: string | null): boolean {
  const url = address === null ? null : comparableUrl(address);
  return url !== null && urls.has(url);
}

/** Which of the articles were already sent in a ticket, by their addresses. */
export function alreadySent(
  ticket: Pick<Ticket, 'messages'>,
  articles: readonly Pick<Article, 'id' | 'url'>[],
): ReadonlySet<ArticleId> {
  const urls = sentUrls(ticket);
  return new Set(articles.filter((article) => isUrlIn(urls, article.url)).map((article) => article.id));
}

/** Shorter lines ("Before you start") stand in many a reply. */
const TELLING_LETTERS = 16;
/** An agent may leave out or reword some of an article; with most of it there, it was sent. */
const MOST = 0.6;

/** Letters and digits alone, as they are left however a text was marked up on its way through an editor. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Whether one message of an agent holds most of an article's text. */
export function isAnswerSent(ticket: Pick<Ticket, 'messages'>, body: readonly Block[]): boolean {
  const lines = blocksText(body)
    .split('\n')
    .map((line) => lettersOf(line.replace(/^\s*(?:\d+\.|-)\s/, '')))
    .filter((line) => line.length >= TELLING_LETTERS);
  if (lines.length === 0) return false;
  return ticket.messages
    .filter((message) => message.role === 'agent')
    .map((message) => lettersOf(message.text))
    .some((sent) => lines.filter((line) => sent.includes(line)).length >= lines.length * MOST);
}

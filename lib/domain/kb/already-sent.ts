import type { Ticket } from '#lib/domain/ticket.ts';
import type { Article, ArticleId } from './article.ts';

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

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { articlePage, missingArticlePage } from './article-page.ts';
import { buildHelpdesk, type HelpdeskAssets } from './build.ts';
import { readArticles, readTickets, type SeedArticle } from './seed-files.ts';
import { seedTickets } from './seed-tickets.ts';
import { shellPage } from './shell-page.ts';
import type { Channel, SentMessage } from './ticket-record.ts';
import { createTicketStore, plainText, type TicketStore } from './ticket-store.ts';

const defaultDataDir = fileURLToPath(new URL('../data/', import.meta.url));
const strictPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: http: https:; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'";
const bodyLimitBytes = 1_000_000;
const mediaName = /^\/media\/([\w-]+\.svg)$/;

export interface HelpdeskOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Holds `tickets/`, `kb/<language>/` and `media/`. */
  readonly dataDir?: string;
  /** Sends the strict Content-Security-Policy that modern helpdesks send. On unless set to false. */
  readonly csp?: boolean;
  /** How long the server takes to store a message, in milliseconds, so that "Sending…" can be seen. */
  readonly sendDelayMs?: number;
}

export interface Helpdesk {
  /** Address without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** What was sent on one ticket since the start, oldest first. */
  sent(ticketId: string): SentMessage[];
  close(): Promise<void>;
}

interface Site {
  readonly store: TicketStore;
  readonly articles: ReadonlyMap<string, SeedArticle>;
  readonly assets: HelpdeskAssets;
  readonly dataDir: string;
  readonly csp: boolean;
  readonly sendDelayMs: number;
}

/** Starts the demo helpdesk on plain http. Seeds are read once; what is sent lives in memory until `close`. */
export async function startHelpdesk(options: HelpdeskOptions = {}): Promise<Helpdesk> {
  const { port = 8130, host = '127.0.0.1', dataDir = defaultDataDir, csp = true, sendDelayMs = 250 } = options;
  const [tickets, articles, assets] = await Promise.all([readTickets(dataDir), readArticles(dataDir), buildHelpdesk()]);
  const store = createTicketStore(tickets.length > 0 ? tickets : seedTickets);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const site: Site = { store, articles: byId, assets, dataDir, csp, sendDelayMs };

  const server = createServer((request, response) => {
    answer(site, request, response).catch((cause) => {
      console.error(cause);
      if (!response.headersSent) sendJson(site, response, 500, { error: 'The helpdesk failed' });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host}:${bound}`,
    port: bound,
    sent: store.sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') return receive(site, pathname, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendJson(site, response, 405, { error: 'Only GET' });

  if (pathname === '/') {
    response.writeHead(302, { location: '/tickets' }).end();
  } else if (pathname === '/api/tickets') {
    sendJson(site, response, 200, site.store.list());
  } else if (pathname.startsWith('/api/tickets/')) {
    const ticket = site.store.find(pathname.slice('/api/tickets/'.length));
    sendJson(site, response, ticket ? 200 : 404, ticket ?? { error: 'No such ticket' });
  } else if (pathname.startsWith('/assets/')) {
    sendFile(site, response, pathname, site.assets.get(pathname.slice('/assets/'.length)));
  } else if (mediaName.test(pathname)) {
    const file = join(site.dataDir, 'media', mediaName.exec(pathname)?.[1] ?? '');
    sendFile(site, response, pathname, await readFile(file).catch(() => undefined));
  } else if (pathname.startsWith('/kb/')) {
    const article = site.articles.get(pathname.slice('/kb/'.length));
    send(site, response, article ? 200 : 404, 'text/html', article ? articlePage(article) : missingArticlePage());
  } else if (/^\/tickets(\/\d+)?\/?$/.test(pathname)) {
    send(site, response, 200, 'text/html', shellPage());
  } else {
    sendJson(site, response, 404, { error: 'No such page' });
  }
}

async function receive(site: Site, pathname: string, request: IncomingMessage, response: ServerResponse) {
  const ticketId = /^\/api\/tickets\/([^/]+)\/messages$/.exec(pathname)?.[1];
  if (!ticketId) return sendJson(site, response, 404, { error: 'No such page' });
  const message = parseMessage(await readBody(request));
  if (!message) return sendJson(site, response, 422, { error: 'A message needs words, and mode public or internal' });
  await delay(site.sendDelayMs);
  const stored = site.store.add(ticketId, message.mode, message.html, new Date());
  sendJson(site, response, stored ? 201 : 404, stored ?? { error: 'No such ticket' });
}

function parseMessage(body: string): { html: string; mode: Channel } | undefined {
  try {
    const { html, mode } = JSON.parse(body) as { html?: unknown; mode?: unknown };
    if (typeof html !== 'string' || plainText(html) === '') return undefined;
    return mode === 'public' || mode === 'internal' ? { html, mode } : undefined;
  } catch {
    return undefined;
  }
}

/** The body as text; an oversized one reads as empty, and so is refused. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyLimitBytes) chunks.push(chunk);
  }
  return bytes > bodyLimitBytes ? '' : Buffer.concat(chunks).toString('utf8');
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

function sendFile(site: Site, response: ServerResponse, name: string, content: Uint8Array | undefined): void {
  if (content) send(site, response, 200, types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain', content);
  else sendJson(site, response, 404, { error: 'No such file' });
}

function sendJson(site: Site, response: ServerResponse, status: number, value: unknown): void {
  send(site, response, status, 'application/json', JSON.stringify(value));
}

function send(site: Site, response: ServerResponse, status: number, type: string, content: string | Uint8Array) {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(site.csp && { 'content-security-policy': strictPolicy }),
  });
  response.end(content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = process.argv.indexOf('--port');
  const helpdesk = await startHelpdesk(flag > 0 ? { port: Number(process.argv[flag + 1]) } : {});
  console.log(`Larkfield helpdesk: ${helpdesk.url}/tickets`);
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeedTicket } from './ticket-record.ts';

/** An article file: its front matter and its Markdown. */
export interface SeedArticle {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly visibility: string;
  readonly updated: string;
  readonly markdown: string;
}

/**
 * The tickets under `<dataDir>/tickets`, by file name; a file holds one ticket or a list. A missing folder is an
 * empty list, a file that is not JSON throws with its name.
 */
export async function readTickets(dataDir: string): Promise<SeedTicket[]> {
  const tickets: SeedTicket[] = [];
  for (const file of await filesUnder(join(dataDir, 'tickets'), '.json')) {
    try {
      const parsed = JSON.parse(await readFile(file, 'utf8')) as SeedTicket | SeedTicket[];
      tickets.push(...(Array.isArray(parsed) ? parsed : [parsed]));
    } catch (cause) {
      throw new Error(`${file} is not a ticket file`, { cause });
    }
  }
  return tickets.map((ticket) => ({ ...ticket, id: String(ticket.id) }));
}

/** The articles under `<dataDir>/kb/<language>`; a file without an id in its front matter is left out. */
export async function readArticles(dataDir: string): Promise<SeedArticle[]> {
  const files = await filesUnder(join(dataDir, 'kb'), '.md');
  const articles = await Promise.all(files.map(async (file) => parseArticle(await readFile(file, 'utf8'))));
  return articles.filter((article) => article !== undefined);
}

/** Splits one article file. The front matter is plain `name: value` lines between two `---` lines. */
export function parseArticle(source: string): SeedArticle | undefined {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(source);
  const fields = new Map<string, string>();
  for (const line of (parts?.[1] ?? '').split(/\r?\n/)) {
    const [, name, value] = /^([a-z]+):\s*(.*)$/i.exec(line) ?? [];
    if (name && value) fields.set(name, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  const id = fields.get('id');
  if (!id) return undefined;
  return {
    id,
    title: fields.get('title') ?? id,
    language: fields.get('language') ?? 'en',
    visibility: fields.get('visibility') ?? 'public',
    updated: fields.get('updated') ?? '',
    markdown: parts?.[2] ?? '',
  };
}

async function filesUnder(folder: string, ending: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

import { IMPORT_DEFAULTS, type ImportOptions } from '#lib/domain/kb/import/import-options.ts';
import type { ImportSource } from '#lib/domain/kb/import/import-source.ts';
import { type ImportEvent, readArticles } from '#lib/domain/kb/import/read-articles.ts';

export interface ReadResult {
  readonly articles: Extract<ImportEvent, { ok: true }>['article'][];
  readonly places: Extract<ImportEvent, { ok: true }>['place'][];
  readonly errors: Extract<ImportEvent, { ok: false }>['error'][];
}

/** A source over text or bytes that arrives in pieces of the given size. */
export function sourceOf(name: string, content: string | Uint8Array, pieceBytes = 64): ImportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.slice(at, at + pieceBytes);
    },
  };
}

/** Reads sources to the end and sorts what came out. */
export async function readAll(sources: ImportSource[], options: Partial<ImportOptions> = {}): Promise<ReadResult> {
  const result: ReadResult = { articles: [], places: [], errors: [] };
  for await (const event of readArticles(sources, { ...IMPORT_DEFAULTS, ...options })) {
    if (event.ok) {
      result.articles.push(event.article);
      result.places.push(event.place);
    } else result.errors.push(event.error);
  }
  return result;
}

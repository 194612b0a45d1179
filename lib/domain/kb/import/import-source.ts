/** A file to import, without saying where it comes from. */
export interface ImportSource {
  /** The file's name, or its path inside the folder that was picked. */
  readonly name: string;
  /** Its size in bytes, or null where nobody knows. */
  readonly size: number | null;
  /** Opens it anew from the start. A failure while reading rejects. */
  open(): AsyncIterable<Uint8Array>;
}

export type FileFormat = 'json' | 'jsonl' | 'csv' | 'zip' | 'markdown' | 'html';

const FORMATS: Readonly<Record<string, FileFormat>> = {
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  zip: 'zip',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** The format that a file's ending states, or null for a file that is no article. */
export function formatOf(name: string): FileFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FORMATS, ending) ? (FORMATS[ending] ?? null) : null;
}

/** A path's parts without anything that points elsewhere; empty for files that systems add by themselves. */
function partsOf(path: string): string[] {
  const parts = path
    .normalize('NFC')
    .split(/[/\\]/)
    .filter((part) => !/^(?:|\.\.?|[a-z]:)$/i.test(part));
  return parts.some((part) => part.startsWith('.') || part === '__MACOSX') ? [] : parts;
}

/** Whether a file of a folder or zip is an article; everything else there is passed over. */
export function isArticleFile(path: string): boolean {
  const format = formatOf(path);
  return (format === 'markdown' || format === 'html') && partsOf(path).length > 0;
}

/** The id of an article that states none: its path without the ending, with `/` on every system. */
export function idFromPath(path: string): string {
  return partsOf(path)
    .join('/')
    .replace(/\.[a-z]+$/i, '');
}

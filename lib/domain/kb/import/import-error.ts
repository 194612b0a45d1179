/** Where something stood: `line` counts from 1 and is null where a whole file is meant. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

export type ArticleField =
  | 'id'
  | 'title'
  | 'body'
  | 'url'
  | 'language'
  | 'visibility'
  | 'updated'
  | 'reviewed'
  | 'owner'
  | 'tags';

/** What can be wrong with a file to import; the views have a sentence for each in every language. */
export type ImportErrorCode =
  | 'unknown-format'
  | 'read-failed'
  | 'bad-encoding'
  | 'truncated'
  | 'no-articles'
  | 'bad-json'
  | 'json-no-array'
  | 'not-an-object'
  | 'bad-csv'
  | 'csv-no-header'
  | 'bad-front-matter'
  | 'bad-zip'
  | 'zip-too-many-entries'
  | 'zip-too-large'
  | 'zip-too-dense'
  | 'missing-field'
  | 'wrong-type'
  | 'bad-value'
  | 'empty-body'
  | 'duplicate-id'
  | 'article-too-large'
  | 'too-many-articles'
  | 'storage-full';

export interface ImportError extends Place {
  readonly code: ImportErrorCode;
  readonly field: ArticleField | null;
  /** What was found, shortened: the value, a path, a parser's own words. */
  readonly detail?: string;
  /** The limit that was passed, in the unit its name states (see ImportLimits). */
  readonly limit?: number;
  /** The other place concerned: where an id stood first. */
  readonly other?: Place;
}

const MAX_DETAIL_CHARS = 80;

/** Shortens a value for an error, so that a report of a hundred errors stays small. */
export function detailOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > MAX_DETAIL_CHARS ? `${text.slice(0, MAX_DETAIL_CHARS)}…` : text;
}

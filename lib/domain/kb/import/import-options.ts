import type { Visibility } from '#lib/domain/kb/article.ts';

/** What one import may take; a file past a limit is refused with the limit named. */
export interface ImportLimits {
  /** Characters of one article as it stands in its file: markup, front matter and all. */
  readonly articleChars: number;
  readonly articles: number;
  readonly zipEntries: number;
  /** Bytes of all files of one zip, unpacked. */
  readonly zipBytes: number;
  /** How many times larger a zip may unpack than it is, once it has unpacked `zipRatioFromBytes`. */
  readonly zipRatio: number;
  readonly zipRatioFromBytes: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  articleChars: 2_000_000,
  articles: 500_000,
  zipEntries: 600_000,
  zipBytes: 4_000_000_000,
  zipRatio: 200,
  zipRatioFromBytes: 20_000_000,
};

export interface ImportOptions {
  /** For articles that state no visibility. */
  readonly visibility: Visibility;
  /** A BCP 47 tag for articles that state no language, `und` to leave it open. */
  readonly language: string;
  readonly limits: ImportLimits;
}

export const IMPORT_DEFAULTS: ImportOptions = { visibility: 'public', language: 'und', limits: IMPORT_LIMITS };

import type { Article, ArticleId, Block } from '#lib/domain/kb/article.ts';
import { cleanText } from '#lib/domain/kb/inline-runs.ts';
import { parseHtml } from '#lib/domain/kb/parse-html.ts';
import { parseMarkdown } from '#lib/domain/kb/parse-markdown.ts';
import { parseText } from '#lib/domain/kb/parse-text.ts';
import { safeWebAddress } from '#lib/domain/kb/safe-address.ts';
import { detectBodyFormat } from './detect-body-format.ts';
import { type BodyFormat, type NamedValues, nameValues } from './field-names.ts';
import { type ArticleField, detailOf, type ImportError, type ImportErrorCode, type Place } from './import-error.ts';
import type { ImportOptions } from './import-options.ts';
import { parseDate } from './parse-date.ts';
import { parseLanguageTag } from './parse-language-tag.ts';
import { parseVisibility } from './parse-visibility.ts';

/** What a file format knows beyond the row: a default id, a title found in the text, a body it parses itself. */
export interface RowContext {
  readonly place: Place;
  readonly options: ImportOptions;
  readonly defaultId?: string;
  readonly defaultTitle?: string;
  readonly readBody?: (url: string | null) => Block[];
}

export type ReadArticle =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly errors: readonly ImportError[] };

const MAX_LINE_CHARS = 1000;
const MAX_TAGS = 200;

class ValueReader {
  readonly errors: ImportError[] = [];
  readonly #values: NamedValues;
  readonly #place: Place;

  constructor(values: NamedValues, place: Place) {
    this.#values = values;
    this.#place = place;
  }

  fail(code: ImportErrorCode, field: ArticleField, extra: { detail?: string; limit?: number } = {}): null {
    this.errors.push({ code, ...this.#place, field, ...extra });
    return null;
  }

  /** A single line: a title, an id, a name. Numbers are taken too, ids often are. */
  line(field: Exclude<ArticleField, 'body'>, fallback: string | null): string | null {
    const value = this.#values.get(field);
    if (value === undefined) return fallback;
    if (typeof value !== 'string' && typeof value !== 'number') {
      return this.fail('wrong-type', field, { detail: detailOf(value) });
    }
    const text = cleanText(String(value)).replace(/\s+/g, ' ').trim();
    if (text.length > MAX_LINE_CHARS)
      return this.fail('bad-value', field, { detail: detailOf(text), limit: MAX_LINE_CHARS });
    return text === '' ? fallback : text;
  }

  required(field: 'id' | 'title', fallback: string | undefined): string {
    const before = this.errors.length;
    const text = this.line(field, fallback ?? null);
    if (text === null && this.errors.length === before) this.fail('missing-field', field);
    return text ?? '';
  }

  /** A value that a parser accepts or refuses with null. */
  parsed<T>(field: Exclude<ArticleField, 'body'>, fallback: T, parse: (value: unknown) => T | null): T {
    const value = this.#values.get(field);
    if (value === undefined) return fallback;
    return parse(value) ?? this.fail('bad-value', field, { detail: detailOf(value) }) ?? fallback;
  }

  tags(): string[] {
    const value = this.#values.get('tags');
    if (value === undefined) return [];
    const list: readonly unknown[] | null =
      typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value : null;
    if (list === null || !list.every((tag) => typeof tag === 'string' || typeof tag === 'number')) {
      this.fail('wrong-type', 'tags', { detail: detailOf(value) });
      return [];
    }
    const tags = list.map((tag) => cleanText(String(tag)).replace(/\s+/g, ' ').trim()).filter((tag) => tag !== '');
    return [...new Set(tags)].slice(0, MAX_TAGS);
  }
}

function parseBody(text: string, stated: BodyFormat, url: string | null): Block[] {
  const format = stated === 'auto' ? detectBodyFormat(text) : stated;
  if (format === 'html') return parseHtml(text, url);
  return format === 'markdown' ? parseMarkdown(text, url) : parseText(text);
}

function readBody(reader: ValueReader, values: NamedValues, url: string | null, context: RowContext): Block[] {
  const { articleChars: limit } = context.options.limits;
  const { value, format } = values.body;
  if (context.readBody === undefined && value === undefined) reader.fail('missing-field', 'body');
  else if (context.readBody === undefined && typeof value !== 'string') {
    reader.fail('wrong-type', 'body', { detail: detailOf(value) });
  } else if (typeof value === 'string' && value.length > limit) reader.fail('article-too-large', 'body', { limit });
  else {
    const body = context.readBody?.(url) ?? parseBody(String(value), format, url);
    // Without words an article is still worth its link; without either it is nothing.
    if (body.length === 0 && url === null) reader.fail('empty-body', 'body');
    return body;
  }
  return [];
}

/** Reads one article out of a row's values, or says everything that is wrong with it at once. */
export function articleFromValues(row: ReadonlyMap<string, unknown>, context: RowContext): ReadArticle {
  const values = nameValues(row);
  const reader = new ValueReader(values, context.place);
  const { options } = context;
  const id = reader.required('id', context.defaultId);
  const title = reader.required('title', context.defaultTitle);
  const url = reader.parsed<string | null>('url', null, (value) =>
    typeof value === 'string' ? safeWebAddress(value.trim(), null) : null,
  );
  const language = reader.parsed('language', options.language, (value) =>
    typeof value === 'string' ? parseLanguageTag(value) : null,
  );
  const visibility = reader.parsed('visibility', options.visibility, parseVisibility);
  const updated = reader.parsed<string | null>('updated', null, parseDate);
  const reviewed = reader.parsed<string | null>('reviewed', null, parseDate);
  const owner = reader.line('owner', null);
  const tags = reader.tags();
  const body = readBody(reader, values, url, context);
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  return {
    ok: true,
    article: { id: id as ArticleId, title, body, url, language, visibility, updated, reviewed, owner, tags },
  };
}

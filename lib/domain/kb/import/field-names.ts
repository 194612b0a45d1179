import type { ArticleField } from './import-error.ts';

/** How a body's text is marked up; `auto` looks at it. */
export type BodyFormat = 'auto' | 'html' | 'markdown' | 'text';

/** Names that exports use, most telling first: a help centre's `html_url` is the page, its `url` often an API's. */
const NAMES = {
  id: ['id', 'article_id', '_id', 'external_id', 'number', 'key'],
  title: ['title', 'name', 'subject', 'headline', 'question'],
  url: ['html_url', 'permalink', 'url', 'link', 'canonical'],
  language: ['language', 'lang', 'locale'],
  visibility: ['visibility', 'audience', 'access'],
  updated: ['updated', 'updated_at', 'last_updated', 'modified', 'modified_at', 'last_modified', 'edited_at'],
  reviewed: ['reviewed', 'reviewed_at', 'last_reviewed', 'last_reviewed_at', 'review_date'],
  owner: ['owner', 'owned_by', 'owner_name', 'maintainer'],
  tags: ['tags', 'labels', 'label_names', 'keywords'],
} as const satisfies Record<Exclude<ArticleField, 'body'>, readonly string[]>;

const BODY_NAMES: readonly (readonly [string, BodyFormat])[] = [
  ['body', 'auto'],
  ['content', 'auto'],
  ['html', 'html'],
  ['body_html', 'html'],
  ['content_html', 'html'],
  ['markdown', 'markdown'],
  ['body_markdown', 'markdown'],
  ['text', 'text'],
  ['body_text', 'text'],
  ['answer', 'auto'],
];

function normaliseName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_');
}

const FIELD_OF_NAME: ReadonlyMap<string, ArticleField> = new Map([
  ...Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as ArticleField] as const)),
  ...BODY_NAMES.map(([name]) => [name, 'body'] as const),
]);

/** Which field of an article a column or key means, or null for one that is passed over. */
export function fieldOfName(name: string): ArticleField | null {
  return FIELD_OF_NAME.get(normaliseName(name)) ?? null;
}

function isStated(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');
}

export interface NamedValues {
  get(field: Exclude<ArticleField, 'body'>): unknown;
  /** The body's text as stated, and how it is marked up. */
  readonly body: { readonly value: unknown; readonly format: BodyFormat };
}

/** Looks fields up in a row by any of their names; blank values count as not stated (undefined). */
export function nameValues(row: ReadonlyMap<string, unknown>): NamedValues {
  const values = new Map<string, unknown>();
  for (const [name, value] of row) {
    const normal = normaliseName(name);
    if (FIELD_OF_NAME.has(normal) && isStated(value) && !values.has(normal)) values.set(normal, value);
  }
  const body = BODY_NAMES.find(([name]) => values.has(name));
  return {
    get: (field) => values.get(NAMES[field].find((name) => values.has(name)) ?? ''),
    body: { value: body === undefined ? undefined : values.get(body[0]), format: body?.[1] ?? 'auto' },
  };
}

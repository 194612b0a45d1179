import { describe, expect, it } from 'vitest';
import { importErrorText } from '#components/admin/import-error-text.ts';
import type { ArticleField, ImportError, ImportErrorCode } from '#lib/domain/kb/import/import-error.ts';
import { type Locale, textsOf } from '#lib/i18n/texts.ts';

const LIMIT = 500_000;
const locales: readonly Locale[] = ['en', 'ro', 'zh-Hans', 'zh-Hant'];

function errorOf(code: ImportErrorCode, more: Partial<ImportError> = {}): ImportError {
  const needsLimit = code.startsWith('zip-too') || code === 'article-too-large' || code === 'too-many-articles';
  return {
    code,
    file: 'a.csv',
    line: 3,
    field: null,
    ...(needsLimit ? { limit: LIMIT } : {}),
    ...(code === 'duplicate-id' ? { other: { file: 'b.csv', line: 7 } } : {}),
    ...more,
  };
}

/** One for each code, so that a new code without an example does not compile. */
const codes = Object.keys({
  'unknown-format': 1,
  'read-failed': 1,
  'bad-encoding': 1,
  truncated: 1,
  'no-articles': 1,
  'bad-json': 1,
  'json-no-array': 1,
  'not-an-object': 1,
  'bad-csv': 1,
  'csv-no-header': 1,
  'bad-front-matter': 1,
  'bad-zip': 1,
  'zip-too-many-entries': 1,
  'zip-too-large': 1,
  'zip-too-dense': 1,
  'missing-field': 1,
  'wrong-type': 1,
  'bad-value': 1,
  'empty-body': 1,
  'duplicate-id': 1,
  'article-too-large': 1,
  'too-many-articles': 1,
  'storage-full': 1,
} satisfies Record<ImportErrorCode, 1>) as ImportErrorCode[];

describe.each(locales)('importErrorText in %s', (locale) => {
  const textOf = (error: ImportError) => importErrorText(textsOf(locale), error, locale);

  it.each(codes)('has a full sentence for %s', (code) => {
    expect(textOf(errorOf(code))).toMatch(/^[^{}]+[.。]$/);
  });

  it('writes a limit as the language writes numbers', () => {
    expect(textOf(errorOf('too-many-articles'))).toContain(new Intl.NumberFormat(locale).format(LIMIT));
  });

  it('says where an id stood first, with its line where it has one', () => {
    expect(textOf(errorOf('duplicate-id'))).toMatch(/b\.csv.*7/);
    expect(textOf(errorOf('duplicate-id', { other: { file: 'b.md', line: null } }))).toMatch(/b\.md[^{}\d]*$/);
  });

  it('says what a field would have taken', () => {
    const bad = (field: ArticleField, more: Partial<ImportError> = {}) =>
      textOf(errorOf('bad-value', { field, ...more }));
    expect(bad('visibility')).toMatch(/public.*internal/);
    expect(bad('updated')).toBe(bad('reviewed'));
    expect(bad('updated')).toContain('2026-11-22');
    expect(bad('url')).toContain('https://');
    expect(bad('title', { limit: 1000 })).toMatch(/1[.,]?000/);
    expect(new Set([bad('visibility'), bad('updated'), bad('url'), bad('language'), bad('owner')]).size).toBe(5);
  });
});

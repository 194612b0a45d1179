import type { ImportError } from '#lib/domain/kb/import/import-error.ts';
import { fill, type Locale, type Texts } from '#lib/i18n/texts.ts';

/** What is wrong, in plain words of the person's language. */
export function importErrorText(texts: Texts, error: ImportError, locale: Locale): string {
  const number = new Intl.NumberFormat(locale);
  const { other } = error;
  const values = {
    ...(error.limit === undefined ? {} : { limit: number.format(error.limit) }),
    ...(other === undefined ? {} : { file: other.file }),
    ...(other?.line == null ? {} : { line: number.format(other.line) }),
  };
  const hasLine = error.code === 'duplicate-id' && other !== undefined && other.line !== null;
  return fill(texts.importErrors[hasLine ? 'duplicate-id-line' : error.code], values);
}

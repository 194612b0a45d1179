import type { ImportError } from '#lib/domain/kb/import/import-error.ts';
import { fill, type Locale, type Texts } from '#lib/i18n/texts.ts';

type Key = keyof Texts['importErrors'];

/** Where a value was refused, the field says what would have been accepted. */
function badValueKey({ field, limit }: ImportError): Key {
  if (limit !== undefined) return 'bad-value-too-long';
  if (field === 'updated' || field === 'reviewed') return 'bad-value-date';
  if (field === 'url' || field === 'language' || field === 'visibility') return `bad-value-${field}`;
  return 'bad-value';
}

function keyOf(error: ImportError): Key {
  if (error.code === 'bad-value') return badValueKey(error);
  const hasLine = error.other !== undefined && error.other.line !== null;
  return error.code === 'duplicate-id' && hasLine ? 'duplicate-id-line' : error.code;
}

/** What is wrong, in plain words of the person's language. */
export function importErrorText(texts: Texts, error: ImportError, locale: Locale): string {
  const number = new Intl.NumberFormat(locale);
  const { limit, other } = error;
  return fill(texts.importErrors[keyOf(error)], {
    ...(limit === undefined ? {} : { limit: number.format(limit) }),
    ...(other === undefined ? {} : { file: other.file }),
    ...(other?.line == null ? {} : { line: number.format(other.line) }),
  });
}

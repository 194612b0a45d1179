import type { Locale } from '#lib/i18n/texts.ts';

/** The name of a language in the reader's own; the tag itself where the browser knows none. */
export function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

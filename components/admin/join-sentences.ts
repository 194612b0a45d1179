import type { Locale } from '#lib/i18n/texts.ts';

/** Sentences one after the other, with the space that the language puts between them; empty ones are left out. */
export function joinSentences(locale: Locale, ...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(locale.startsWith('zh') ? '' : ' ');
}

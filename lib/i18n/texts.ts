import { en } from './en.ts';
import { ro } from './ro.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** The texts of one language: the same keys as English, each a string or a set of plural forms. */
export type TextsLike<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends { readonly other: string }
      ? { readonly one?: string; readonly few?: string; readonly other: string }
      : TextsLike<Source[Key]>;
};
export type Texts = TextsLike<typeof en>;

export type Locale = 'en' | 'zh-Hans' | 'zh-Hant' | 'ro';

const texts: Record<Locale, Texts> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ro };

/** A language tag with its likely script; null for a text that is no tag. */
function parseTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

/** The language of our texts for a choice and the browser's languages: the first we have, else English. */
export function chooseLocale(choice: Locale | 'auto', browserLanguages: readonly string[]): Locale {
  if (choice !== 'auto') return choice;
  for (const tag of browserLanguages) {
    const locale = parseTag(tag);
    if (locale === null) continue;
    if (locale.language === 'en' || locale.language === 'ro') return locale.language;
    if (locale.language === 'zh') return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  }
  return 'en';
}

export function textsOf(locale: Locale): Texts {
  return texts[locale];
}

/** Fills `{name}` places of a text; a place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The form of a counted text for this number, with `{count}` filled in as that language writes numbers. */
export function fillCount(
  forms: { readonly one?: string; readonly few?: string; readonly other: string },
  count: number,
  locale: Locale,
): string {
  const category = new Intl.PluralRules(locale).select(count);
  const form = category === 'one' ? forms.one : category === 'few' ? forms.few : undefined;
  return fill(form ?? forms.other, { count: new Intl.NumberFormat(locale).format(count) });
}

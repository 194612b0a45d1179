import { useEffect } from 'react';
import { chooseLocale, type Locale } from '#lib/i18n/texts.ts';
import { useSettings } from './use-settings.ts';

/** The language a page of the extension is shown in, set on its document too; null until the choice is read. */
export function usePageLocale(browserLanguages: readonly string[]): Locale | null {
  const settings = useSettings();
  // Where the choice can't be read the page still has to say why, in the browser's language.
  const choice = settings.data?.locale ?? (settings.isError ? 'auto' : null);
  const locale = choice === null ? null : chooseLocale(choice, browserLanguages);
  useEffect(() => {
    if (locale !== null) document.documentElement.lang = locale;
  }, [locale]);
  return locale;
}

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { fillCount, type Locale, type Texts, textsOf } from '#lib/i18n/texts.ts';

interface Wording {
  readonly locale: Locale;
  readonly texts: Texts;
  /** The form of a counted text for this number. */
  readonly count: (forms: { readonly other: string }, number: number) => string;
}

const WordingContext = createContext<Wording | null>(null);

export function TextsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const wording = useMemo(
    (): Wording => ({ locale, texts: textsOf(locale), count: (forms, number) => fillCount(forms, number, locale) }),
    [locale],
  );
  return <WordingContext value={wording}>{children}</WordingContext>;
}

export function useTexts(): Wording {
  const wording = useContext(WordingContext);
  if (!wording) throw new Error('useTexts needs a TextsProvider above it');
  return wording;
}

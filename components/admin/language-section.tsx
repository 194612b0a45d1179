import { useChooseLocale, useSettings } from '#components/hooks/use-settings.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { failureText } from '#components/ui/trouble-text.ts';
import type { LocaleChoice } from '#lib/domain/preferences.ts';

/** Each in its own language: who landed in a wrong one must find theirs. */
const ownNames = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ro: 'Română',
} as const satisfies Record<Exclude<LocaleChoice, 'auto'>, string>;

const choices: readonly LocaleChoice[] = ['auto', 'en', 'zh-Hans', 'zh-Hant', 'ro'];

/** The language of Yesward's own words. */
export function LanguageSection() {
  const { texts } = useTexts();
  const { data } = useSettings();
  const choose = useChooseLocale();
  return (
    <>
      <h1 tabIndex={-1}>{texts.language.title}</h1>
      <section className="card stack" aria-label={texts.language.label}>
        <fieldset className="stack">
          <legend>{texts.language.label}</legend>
          <div className="choices">
            {choices.map((choice) => (
              <label key={choice} className="check" {...(choice === 'auto' ? {} : { lang: choice })}>
                <input
                  type="radio"
                  name="locale"
                  value={choice}
                  checked={data?.locale === choice}
                  onChange={() => choose.mutate(choice)}
                />
                {choice === 'auto' ? texts.language.auto : ownNames[choice]}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="muted">{texts.language.hint}</p>
        {choose.isSuccess && <Notice>{texts.language.saved}</Notice>}
        {choose.error && <Notice tone="error">{failureText(texts, choose.error)}</Notice>}
      </section>
    </>
  );
}

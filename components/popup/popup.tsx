import { useEffect } from 'react';
import { useActiveSite } from '#components/hooks/active-site.tsx';
import { useKnowledge } from '#components/hooks/use-knowledge.ts';
import { useSiteState } from '#components/hooks/use-site-state.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { BrandIcon, SettingsIcon } from '#components/ui/icons.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { failureText } from '#components/ui/trouble-text.ts';
import { SiteSwitch } from './site-switch.tsx';

function ArticleCount({ onOpenOptions }: { onOpenOptions: () => void }) {
  const { texts, count } = useTexts();
  const { data, error } = useKnowledge();
  if (error) return <Notice tone="error">{failureText(texts, error)}</Notice>;
  if (data === undefined) return null;
  if (data.articleCount > 0) return <p className="muted">{count(texts.popup.stored, data.articleCount)}</p>;
  return (
    <div className="stack">
      <p className="muted">{texts.popup.noArticles}</p>
      <button type="button" onClick={onOpenOptions}>
        {texts.popup.importArticles}
      </button>
    </div>
  );
}

/** The state of Yesward on the page in front, and its switch. */
export function Popup() {
  const { texts } = useTexts();
  const { data } = useSiteState();
  const { openOptions, close } = useActiveSite();
  useEffect(() => {
    document.title = texts.popup.title;
  }, [texts]);
  const leave = (): void => void openOptions().then(close);
  return (
    <main className="popup stack">
      <header className="row spread">
        <h1 className="row">
          <BrandIcon />
          {texts.popup.title}
        </h1>
        <button type="button" className="quiet" onClick={leave}>
          <SettingsIcon />
          {texts.popup.options}
        </button>
      </header>
      {data?.origin === null && <p>{texts.popup.notAPage}</p>}
      {data && data.origin !== null && <SiteSwitch origin={data.origin} isOn={data.isOn} />}
      <ArticleCount onOpenOptions={leave} />
    </main>
  );
}

import { useState } from 'react';
import { useSiteAccess } from '#components/hooks/site-access.tsx';
import { useSiteState } from '#components/hooks/use-site-state.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fill } from '#lib/i18n/texts.ts';

/** Says whether Yesward is on for a site and turns it on or off there. */
export function SiteSwitch({ origin, isOn }: { origin: string; isOn: boolean }) {
  const { texts } = useTexts();
  const { popup } = texts;
  const access = useSiteAccess();
  const state = useSiteState();
  const [trouble, setTrouble] = useState<string | null>(null);
  const site = new URL(origin).host;

  // No await before the request: browsers ask only while the click lasts. Where the popup closes under the question,
  // the background hears of the answer and does the rest.
  const enable = async (): Promise<void> => {
    const isGiven = await access.request(origin).catch(() => false);
    setTrouble(isGiven ? null : popup.refused);
    await state.refetch();
  };

  const stop = async (): Promise<void> => {
    await access.remove(access.patternOf(origin)).catch(() => false);
    const { data } = await state.refetch();
    setTrouble(data?.isOn ? popup.stopFailed : null);
  };

  return (
    <section className="stack" aria-label={site}>
      <div className="site">
        <span className={`lamp ${isOn ? 'on' : ''}`} aria-hidden="true" />
        <div>
          <p className="state" role="status">
            {fill(isOn ? popup.on : popup.off, { site })}
          </p>
          {!isOn && <p className="muted">{popup.offHint}</p>}
        </div>
      </div>
      {isOn ? (
        <button type="button" onClick={() => void stop()}>
          {popup.stop}
        </button>
      ) : (
        <button type="button" className="primary" onClick={() => void enable()}>
          {popup.enable}
        </button>
      )}
      {trouble !== null && <Notice tone="warn">{trouble}</Notice>}
    </section>
  );
}

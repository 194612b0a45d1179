import { type FormEvent, useId, useState } from 'react';
import { useSiteAccess } from '#components/hooks/site-access.tsx';
import { useSites } from '#components/hooks/use-sites.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { parseSiteAddress } from '#lib/domain/site-address.ts';
import { fill } from '#lib/i18n/texts.ts';

type Message = { readonly tone: 'info' | 'warn' | 'error'; readonly text: string } | null;

/** Asks for a site's address and then, straight from the click, the browser for access to it. */
export function EnableSite() {
  const { texts } = useTexts();
  const access = useSiteAccess();
  const sites = useSites();
  const [typed, setTyped] = useState('');
  const [message, setMessage] = useState<Message>(null);
  const id = useId();
  const address = parseSiteAddress(typed);

  const enable = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!address.ok) {
      const { notAnAddress, notAWebPage } = texts.sites;
      setMessage({ tone: 'error', text: address.problem === 'not-a-web-page' ? notAWebPage : notAnAddress });
      return;
    }
    const site = new URL(address.origin).host;
    if (sites.data?.patterns.includes(access.patternOf(address.origin))) {
      setMessage({ tone: 'info', text: fill(texts.sites.alreadyEnabled, { site }) });
      return;
    }
    // No await before this: browsers ask only while the click lasts.
    const isGiven = await access.request(address.origin).catch(() => false);
    setMessage(
      isGiven
        ? { tone: 'info', text: fill(texts.sites.enabled, { site }) }
        : { tone: 'warn', text: fill(texts.sites.refused, { site }) },
    );
    if (!isGiven) return;
    setTyped('');
    await sites.refetch();
  };

  return (
    <form className="stack" noValidate onSubmit={(event) => void enable(event)}>
      <div className="field">
        <label htmlFor={id}>{texts.sites.addressLabel}</label>
        <div className="row">
          <input
            id={id}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            aria-describedby={`${id}-hint`}
            aria-invalid={message?.tone === 'error'}
            onChange={({ target }) => {
              setTyped(target.value);
              setMessage(null);
            }}
          />
          <button type="submit" className="primary">
            {texts.sites.enable}
          </button>
        </div>
        <p id={`${id}-hint`} className="muted">
          {address.ok
            ? fill(texts.sites.willAsk, { pattern: access.patternOf(address.origin) })
            : texts.sites.addressHint}
        </p>
      </div>
      {message && <Notice tone={message.tone}>{message.text}</Notice>}
    </form>
  );
}

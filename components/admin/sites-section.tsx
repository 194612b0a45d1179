import { useState } from 'react';
import { useSiteAccess } from '#components/hooks/site-access.tsx';
import { useSites } from '#components/hooks/use-sites.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fill } from '#lib/i18n/texts.ts';
import { EnableSite } from './enable-site.tsx';

/** "https://crm.example/*" as a person would write it; null for a pattern that covers every site. */
function siteName(pattern: string): string | null {
  if (pattern === '<all_urls>' || /^[a-z*]+:\/\/\*\/\*$/.test(pattern)) return null;
  return pattern.replace(/\/\*$/, '').replace(/^https:\/\//, '');
}

function SiteList({ patterns }: { patterns: readonly string[] }) {
  const { texts } = useTexts();
  const access = useSiteAccess();
  const sites = useSites();
  const [message, setMessage] = useState<{ readonly tone: 'info' | 'error'; readonly text: string } | null>(null);

  const remove = async (pattern: string, site: string): Promise<void> => {
    const isGone = await access.remove(pattern).catch(() => false);
    setMessage({
      tone: isGone ? 'info' : 'error',
      text: fill(isGone ? texts.sites.removed : texts.sites.removeFailed, { site }),
    });
    await sites.refetch();
  };

  return (
    <>
      {patterns.length === 0 && <p className="muted">{texts.sites.none}</p>}
      <ul className="lines">
        {patterns.map((pattern) => {
          const site = siteName(pattern) ?? texts.sites.everySite;
          return (
            <li key={pattern} className="row spread">
              <span>{site}</span>
              <button
                type="button"
                className="quiet"
                aria-label={fill(texts.sites.remove, { site })}
                onClick={() => void remove(pattern, site)}
              >
                {texts.sites.removeShort}
              </button>
            </li>
          );
        })}
      </ul>
      {message && <Notice tone={message.tone}>{message.text}</Notice>}
    </>
  );
}

/** The sites that Yesward may look at; others can be added and each taken back. */
export function SitesSection() {
  const { texts } = useTexts();
  const { data } = useSites();
  return (
    <>
      <h1 tabIndex={-1}>{texts.sites.title}</h1>
      <p className="muted">{texts.sites.intro}</p>
      <section className="card stack" aria-labelledby="sites-title">
        <h2 id="sites-title">{texts.sites.list}</h2>
        {data && <SiteList patterns={data.patterns} />}
      </section>
      <section className="card" aria-label={texts.sites.enable}>
        <EnableSite />
      </section>
    </>
  );
}

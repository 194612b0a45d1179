import { useEffect, useRef, useState } from 'react';
import { useActivity } from '#components/hooks/use-activity.ts';
import { useHashSection } from '#components/hooks/use-hash-section.ts';
import { useKnowledge } from '#components/hooks/use-knowledge.ts';
import { useSaveResult } from '#components/hooks/use-save-result.ts';
import { useSites } from '#components/hooks/use-sites.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { BrandIcon } from '#components/ui/icons.tsx';
import { StorageTrouble } from '#components/ui/storage-trouble.tsx';
import { ActivitySection } from './activity-section.tsx';
import { ArticlesSection } from './articles-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LanguageSection } from './language-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { WorkElsewhere } from './work-status.tsx';

const SECTIONS = ['first-steps', 'articles', 'sites', 'activity', 'backup', 'language'] as const;
type Section = (typeof SECTIONS)[number];

const views = {
  'first-steps': FirstSteps,
  articles: ArticlesSection,
  sites: SitesSection,
  activity: ActivitySection,
  backup: BackupSection,
  language: LanguageSection,
} satisfies Record<Section, () => React.ReactNode>;

/** What the page opens with: the first steps until articles and a site are there. Settled once, so that nothing jumps. */
function useStart(): { home: Section; hasSteps: boolean } | null {
  const knowledge = useKnowledge();
  const sites = useSites();
  const activity = useActivity(1);
  const [start, setStart] = useState<{ home: Section; hasSteps: boolean } | null>(null);
  const isSettled = !knowledge.isPending && !sites.isPending && !activity.isPending;
  if (start === null && isSettled) {
    const hasArticles = (knowledge.data?.articleCount ?? 0) > 0;
    const hasSites = (sites.data?.patterns.length ?? 0) > 0;
    const isSetUp = hasArticles && hasSites;
    setStart({
      home: isSetUp ? 'articles' : 'first-steps',
      hasSteps: !isSetUp || (activity.data?.total ?? 0) === 0,
    });
  }
  return start;
}

/** Puts the focus on a section's heading when the person goes to it, but not when the page opens. */
function useHeadingFocus(section: Section | null) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<Section | null>(null);
  useEffect(() => {
    if (shown.current !== null && shown.current !== section) main.current?.querySelector('h1')?.focus();
    shown.current = section;
  }, [section]);
  return main;
}

function SectionList({ current, hasSteps }: { current: Section | null; hasSteps: boolean }) {
  const { texts } = useTexts();
  const names: Record<Section, string> = { ...texts.options, 'first-steps': texts.options.firstSteps };
  return (
    <nav aria-label={texts.options.sections}>
      <ul>
        {SECTIONS.filter((section) => section !== 'first-steps' || hasSteps).map((section) => (
          <li key={section}>
            <a href={`#${section}`} aria-current={section === current ? 'page' : undefined}>
              {names[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The options page: a list of sections, and the one that the address names. */
export function OptionsPage() {
  const { texts } = useTexts();
  const start = useStart();
  const chosen = useHashSection(SECTIONS);
  const section = chosen ?? start?.home ?? null;
  const main = useHeadingFocus(section);
  useSaveResult();
  useEffect(() => {
    document.title = texts.options.title;
  }, [texts]);
  const View = section === null ? null : views[section];
  return (
    <div className="frame">
      <header>
        <BrandIcon />
        <span>Yesward</span>
      </header>
      <SectionList current={section} hasSteps={start?.hasSteps !== false || chosen === 'first-steps'} />
      <main ref={main}>
        <StorageTrouble />
        {section !== null && <WorkElsewhere section={section} />}
        {View === null ? <p className="muted">{texts.options.loading}</p> : <View />}
      </main>
    </div>
  );
}

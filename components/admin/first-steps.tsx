import type { ReactNode } from 'react';
import { usePageFiles } from '#components/hooks/page-files.tsx';
import { usePageWork } from '#components/hooks/page-work.tsx';
import { useActivity } from '#components/hooks/use-activity.ts';
import { useKnowledge } from '#components/hooks/use-knowledge.ts';
import { useSites } from '#components/hooks/use-sites.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { CheckIcon } from '#components/ui/check-icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { EnableSite } from './enable-site.tsx';
import { WorkStatus } from './work-status.tsx';

interface StepProps {
  number: number;
  title: string;
  isDone: boolean;
  children: ReactNode;
}

function Step({ number, title, isDone, children }: StepProps) {
  const { texts } = useTexts();
  return (
    <li className={`card step ${isDone ? 'done' : ''}`}>
      <span className="step-mark" aria-hidden="true">
        {isDone ? <CheckIcon /> : number}
      </span>
      <div className="stack">
        <h2>
          {title}
          <span className="visually-hidden"> ({isDone ? texts.options.stepDone : texts.options.stepOpen})</span>
        </h2>
        {children}
      </div>
    </li>
  );
}

function ImportStep() {
  const { texts, count } = useTexts();
  const { data } = useKnowledge();
  const { work, start } = usePageWork();
  const { sampleArticles, keepStorage } = usePageFiles();
  const articles = data?.articleCount ?? 0;
  // The step itself says that articles are there now.
  const isStored = work.state === 'done' && work.outcome.state === 'stored';
  const loadSamples = async (): Promise<void> => {
    const file = await sampleArticles();
    keepStorage();
    start({
      kind: 'import',
      files: [{ file, name: file.name }],
      visibility: 'public',
      language: 'en',
      isReplacing: false,
    });
  };
  return (
    <Step number={1} title={texts.firstSteps.importTitle} isDone={articles > 0}>
      <p role="status">{articles > 0 ? count(texts.firstSteps.importDone, articles) : texts.firstSteps.importText}</p>
      {!isStored && <WorkStatus section="first-steps" />}
      <div className="row">
        <a className={`button ${articles > 0 ? '' : 'primary'}`} href="#articles">
          {texts.firstSteps.importButton}
        </a>
        {articles === 0 && (
          <button type="button" disabled={work.state === 'running'} onClick={() => void loadSamples()}>
            {texts.firstSteps.sampleButton}
          </button>
        )}
      </div>
    </Step>
  );
}

/** The way from install to the first card, each step ticked when it is done. */
export function FirstSteps() {
  const { texts, count } = useTexts();
  const { firstSteps } = texts;
  const knowledge = useKnowledge();
  const sites = useSites();
  const activity = useActivity(1);
  const siteCount = sites.data?.patterns.length ?? 0;
  const hasUsedCard = (activity.data?.total ?? 0) > 0;
  const isAllDone = (knowledge.data?.articleCount ?? 0) > 0 && siteCount > 0 && hasUsedCard;
  return (
    <>
      <h1 tabIndex={-1}>{firstSteps.title}</h1>
      <p className="muted">{firstSteps.intro}</p>
      {isAllDone && <Notice>{firstSteps.allDone}</Notice>}
      <ol className="steps">
        <ImportStep />
        <Step number={2} title={firstSteps.siteTitle} isDone={siteCount > 0}>
          <p>{siteCount > 0 ? count(firstSteps.siteDone, siteCount) : firstSteps.siteText}</p>
          {siteCount === 0 ? (
            <EnableSite />
          ) : (
            <div>
              <a className="button" href="#sites">
                {texts.options.sites}
              </a>
            </div>
          )}
        </Step>
        <Step number={3} title={firstSteps.ticketTitle} isDone={hasUsedCard}>
          <p>{hasUsedCard ? firstSteps.ticketDone : firstSteps.ticketText}</p>
        </Step>
      </ol>
    </>
  );
}

import { useState } from 'react';
import { usePageWork } from '#components/hooks/page-work.tsx';
import { useKnowledge } from '#components/hooks/use-knowledge.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Reply } from '#lib/messaging/protocol.ts';
import { ImportPanel } from './import-panel.tsx';
import { languageName } from './language-name.ts';
import { WorkStatus } from './work-status.tsx';

function Summary({ knowledge }: { knowledge: Reply<'kb.described'> }) {
  const { texts, count, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const languages = Object.entries(knowledge.languages).toSorted(([, one], [, other]) => other - one);
  return (
    <dl className="figures">
      <div>
        <dt>{texts.articles.title}</dt>
        <dd className="figure">{count(texts.articles.stored, knowledge.articleCount)}</dd>
      </div>
      {knowledge.writtenAt !== null && (
        <div>
          <dt>{texts.articles.lastImport}</dt>
          <dd>
            {new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(knowledge.writtenAt)}
          </dd>
        </div>
      )}
      {languages.length > 0 && (
        <div>
          <dt>{texts.articles.languages}</dt>
          <dd>
            <ul className="inline-list">
              {languages.map(([tag, articles]) => (
                <li key={tag}>
                  {tag === 'und' ? texts.articles.unknownLanguage : languageName(tag, locale)}{' '}
                  <span className="muted">{number.format(articles)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

function RebuildNotice() {
  const { texts } = useTexts();
  const { work, start } = usePageWork();
  return (
    <Notice tone="warn">
      <div className="stack">
        <p>{texts.articles.needsRebuild}</p>
        <div>
          <button type="button" disabled={work.state === 'running'} onClick={() => start({ kind: 'rebuild' })}>
            {texts.articles.rebuild}
          </button>
        </div>
      </div>
    </Notice>
  );
}

function RemoveAll() {
  const { texts } = useTexts();
  const { work, start } = usePageWork();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div>
      <button type="button" className="danger" disabled={work.state === 'running'} onClick={() => setIsAsking(true)}>
        {texts.articles.removeAll}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={texts.articles.removeTitle}
          text={texts.articles.removeText}
          action={texts.articles.removeAll}
          onConfirm={() => start({ kind: 'clear-articles' })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

/** What is stored, and the import. */
export function ArticlesSection() {
  const { texts } = useTexts();
  const { data } = useKnowledge();
  const hasArticles = data !== undefined && data.articleCount > 0;
  return (
    <>
      <h1 tabIndex={-1}>{texts.articles.title}</h1>
      {data?.needsRebuild && <RebuildNotice />}
      {hasArticles ? <Summary knowledge={data} /> : data && <p className="muted">{texts.articles.none}</p>}
      <section className="card stack" aria-labelledby="import-title">
        <h2 id="import-title">{texts.importer.title}</h2>
        <WorkStatus section="articles" />
        <ImportPanel />
      </section>
      {hasArticles && <RemoveAll />}
    </>
  );
}

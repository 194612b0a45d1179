import { useState } from 'react';
import { usePageWork } from '#components/hooks/page-work.tsx';
import { useActivity, useEraseActivity } from '#components/hooks/use-activity.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { failureText } from '#components/ui/trouble-text.ts';
import { fill } from '#lib/i18n/texts.ts';
import type { Reply } from '#lib/messaging/protocol.ts';
import { WorkStatus } from './work-status.tsx';

const SHOWN_ROWS = 200;

type Rows = Reply<'activity.listed'>['rows'];

/** What is kept where, and what never is. */
function KeptStatement() {
  const { texts } = useTexts();
  const { activity } = texts;
  return (
    <dl className="card statement">
      <dt>{activity.keptTitle}</dt>
      <dd>
        <ul className="dotted">
          <li>{activity.kept.articles}</li>
          <li>{activity.kept.actions}</li>
          <li>{activity.kept.settings}</li>
        </ul>
      </dd>
      <dt>{activity.memoryTitle}</dt>
      <dd>{activity.memory}</dd>
      <dt>{activity.neverTitle}</dt>
      <dd>{activity.never}</dd>
      <dt>{activity.leavesTitle}</dt>
      <dd>{activity.leaves}</dd>
    </dl>
  );
}

function ActivityTable({ rows }: { rows: Rows }) {
  const { texts, locale } = useTexts();
  const { activity } = texts;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="table-frame" aria-label={activity.listTitle} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{activity.when}</th>
            <th scope="col">{activity.what}</th>
            <th scope="col">{activity.article}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="nowrap">{time.format(row.at)}</td>
              <td>{activity.kinds[row.kind]}</td>
              <td>{row.articleTitle ?? fill(activity.removedArticle, { id: row.articleId })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EraseButton({ isEmpty }: { isEmpty: boolean }) {
  const { texts, count } = useTexts();
  const erase = useEraseActivity();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button type="button" className="danger" disabled={isEmpty || erase.isPending} onClick={() => setIsAsking(true)}>
        {texts.activity.erase}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={texts.activity.eraseTitle}
          text={texts.activity.eraseText}
          action={texts.activity.erase}
          onConfirm={() => erase.mutate()}
          onClose={() => setIsAsking(false)}
        />
      )}
      {erase.data && <Notice>{count(texts.activity.erased, erase.data.erased)}</Notice>}
      {erase.error && <Notice tone="error">{failureText(texts, erase.error)}</Notice>}
    </>
  );
}

/** Shows agents their own data, hands it out and erases it. */
export function ActivitySection() {
  const { texts, count, locale } = useTexts();
  const { activity } = texts;
  const { data } = useActivity(SHOWN_ROWS);
  const { work, start } = usePageWork();
  const isEmpty = data === undefined || data.total === 0;
  return (
    <>
      <h1 tabIndex={-1}>{activity.title}</h1>
      <KeptStatement />
      <div className="card stack">
        <div className="row spread">
          <h2>{activity.listTitle}</h2>
          {data && <span className="muted">{count(activity.total, data.total)}</span>}
        </div>
        {data?.total === 0 && <p className="muted">{activity.none}</p>}
        {data && data.total > data.rows.length && (
          <p>{fill(activity.latest, { count: new Intl.NumberFormat(locale).format(data.rows.length) })}</p>
        )}
        {!isEmpty && <ActivityTable rows={data.rows} />}
        <WorkStatus section="activity" />
        <div className="row">
          <button
            type="button"
            disabled={isEmpty || work.state === 'running'}
            onClick={() => start({ kind: 'export-activity' })}
          >
            {activity.export}
          </button>
          <EraseButton isEmpty={isEmpty} />
        </div>
      </div>
    </>
  );
}

import { usePageWork } from '#components/hooks/page-work.tsx';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { troubleText } from '#components/ui/trouble-text.ts';
import type { Texts } from '#lib/i18n/texts.ts';
import { fill } from '#lib/i18n/texts.ts';
import type { WorkOrder, WorkOutcome, WorkProgress } from '#lib/messaging/page-work.ts';
import { byteText } from './byte-text.ts';
import { ImportReport } from './import-report.tsx';
import { joinSentences } from './join-sentences.ts';

const homes: Readonly<Record<string, readonly WorkOrder['kind'][]>> = {
  'first-steps': ['import'],
  articles: ['import', 'rebuild', 'clear-articles'],
  activity: ['export-activity'],
  backup: ['back-up', 'restore'],
};

function stageText(texts: Texts, progress: WorkProgress | null, isCancelling: boolean): string {
  const { importer } = texts;
  if (isCancelling) return importer.cancelling;
  if (progress?.stage === 'carrying-over') return importer.carryingOver;
  if (progress?.stage === 'indexing') return importer.indexing;
  return progress?.stage === 'writing' ? importer.writing : importer.reading;
}

/** What runs now, how far it is, and how to stop it. */
function RunningWork({ progress, isCancelling }: { progress: WorkProgress | null; isCancelling: boolean }) {
  const { texts, count, locale } = useTexts();
  const { cancel } = usePageWork();
  const { bytesRead = 0, bytesTotal = null, articles = 0, stage = 'reading' } = progress ?? {};
  const isMeasured = stage === 'reading' && bytesTotal !== null && bytesTotal > 0 && !isCancelling;
  const stageName = stageText(texts, progress, isCancelling);
  return (
    <div className="work stack">
      <div className="row spread">
        <strong role="status">{stageName}</strong>
        <button type="button" className="quiet" onClick={cancel} disabled={isCancelling}>
          {texts.options.cancel}
        </button>
      </div>
      <progress aria-label={stageName} {...(isMeasured ? { value: bytesRead, max: bytesTotal } : {})} />
      <p className="muted">
        {count(texts.importer.soFar, articles)}
        {isMeasured &&
          ` · ${fill(texts.importer.bytes, { done: byteText(bytesRead, locale), total: byteText(bytesTotal, locale) })}`}
        <br />
        {texts.importer.keepOpen}
      </p>
    </div>
  );
}

function StoredNotice({ order, outcome }: { order: WorkOrder; outcome: Extract<WorkOutcome, { state: 'stored' }> }) {
  const { texts, count, locale } = useTexts();
  const { importer } = texts;
  const { written, replaced, carriedOver } = outcome;
  if (order.kind === 'rebuild') return <Notice>{texts.articles.rebuilt}</Notice>;
  if (order.kind === 'clear-articles') return <Notice>{texts.articles.removed}</Notice>;
  return (
    <Notice>
      {joinSentences(
        locale,
        count(importer.imported, written),
        replaced > 0 ? count(importer.replacedCount, replaced) : '',
        carriedOver > 0 ? count(importer.carriedCount, carriedOver) : '',
      )}
    </Notice>
  );
}

function BackupRefused({ outcome }: { outcome: Extract<WorkOutcome, { state: 'backup-refused' }> }) {
  const { texts } = useTexts();
  const problem = texts.backup.problems[outcome.problem];
  return (
    <Notice tone="error">
      <p>{texts.backup.refused}</p>
      <p>{outcome.line === null ? problem : fill(texts.backup.inLine, { line: outcome.line, problem })}</p>
    </Notice>
  );
}

function FinishedWork({ order, outcome }: { order: WorkOrder; outcome: WorkOutcome }) {
  const { texts, count, locale } = useTexts();
  switch (outcome.state) {
    case 'stored':
      return <StoredNotice order={order} outcome={outcome} />;
    case 'restored':
      return (
        <Notice>
          {joinSentences(
            locale,
            count(texts.backup.restored, outcome.articles),
            count(texts.backup.restoredRows, outcome.activity),
          )}
        </Notice>
      );
    case 'file':
      return <Notice>{texts.backup.saved}</Notice>;
    case 'refused':
      return <ImportReport errors={outcome.errors} errorCount={outcome.errorCount} />;
    case 'backup-refused':
      return <BackupRefused outcome={outcome} />;
    case 'cancelled':
      return <Notice tone="warn">{texts.importer.cancelled}</Notice>;
    case 'busy':
      return <Notice tone="warn">{texts.trouble.busy}</Notice>;
    case 'failed':
      return <Notice tone="error">{troubleText(texts, outcome.code)}</Notice>;
  }
}

/** How the work that belongs to a section stands; nothing where there is none. */
export function WorkStatus({ section }: { section: string }) {
  const { work } = usePageWork();
  if (work.state === 'idle' || !homes[section]?.includes(work.order.kind)) return null;
  if (work.state === 'done') return <FinishedWork order={work.order} outcome={work.outcome} />;
  return <RunningWork progress={work.progress} isCancelling={work.isCancelling} />;
}

/** Work of another section that still runs: it says why this section's own buttons wait. */
export function WorkElsewhere({ section }: { section: string }) {
  const { work } = usePageWork();
  if (work.state !== 'running' || homes[section]?.includes(work.order.kind)) return null;
  return <RunningWork progress={work.progress} isCancelling={work.isCancelling} />;
}

import { useEffect } from 'react';
import type { WorkOrder } from '#lib/messaging/page-work.ts';
import { usePageFiles } from './page-files.tsx';
import { usePageWork } from './page-work.tsx';

function fileName(kind: WorkOrder['kind'], now: Date): string {
  const day = now.toISOString().slice(0, 'yyyy-mm-dd'.length);
  return kind === 'back-up' ? `yesward-backup-${day}.jsonl` : `yesward-activity-${day}.json`;
}

/** Hands a finished backup or export to the downloads, whatever section is shown by then. */
export function useSaveResult(): void {
  const { work } = usePageWork();
  const { save } = usePageFiles();
  useEffect(() => {
    if (work.state !== 'done' || work.outcome.state !== 'file') return;
    save(work.outcome.blob, fileName(work.order.kind, new Date()));
  }, [work, save]);
}

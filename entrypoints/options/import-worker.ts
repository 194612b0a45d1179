import type { WorkRequest, WorkUpdate } from '#lib/messaging/page-work.ts';
import { createDatabaseOpener } from '#lib/storage/open-database.ts';
import { runPageWork } from '#lib/storage/run-page-work.ts';

const LOCK = 'yesward.page-work';
/** Ten reports a second are enough for the eye. */
const REPORT_MS = 100;

const abort = new AbortController();
let reportedAt = 0;

function tell(update: WorkUpdate): void {
  self.postMessage(update);
}

function runAlone<Result>(work: () => Promise<Result>): Promise<Result | null> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? null : work()));
}

self.addEventListener('message', ({ data }: MessageEvent<WorkRequest>) => {
  if (data.type === 'cancel') {
    abort.abort();
    return;
  }
  void runPageWork(data.order, {
    openDatabase: createDatabaseOpener(),
    runAlone,
    now: Date.now,
    signal: abort.signal,
    onProgress: (progress) => {
      const now = performance.now();
      if (now - reportedAt < REPORT_MS) return;
      reportedAt = now;
      tell({ type: 'progress', progress });
    },
  }).then((outcome) => tell({ type: 'done', outcome }));
});

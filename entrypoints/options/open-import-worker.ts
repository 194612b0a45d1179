import type { OpenWorkPort } from '#components/hooks/create-page-work.ts';
import type { WorkUpdate } from '#lib/messaging/page-work.ts';
// Not `new URL(…, import.meta.url)`: WXT rewrites that before Vite sees it (github.com/wxt-dev/wxt/issues/2032).
import ImportWorker from './import-worker.ts?worker';

/** Starts the worker that imports, backs up and restores; one worker does one piece of work. */
export const openImportWorker: OpenWorkPort = (hear) => {
  const worker = new ImportWorker();
  worker.onmessage = ({ data }: MessageEvent<WorkUpdate>) => hear(data);
  worker.onerror = () => hear(null);
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
};

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkOrder, WorkOutcome } from '#lib/messaging/page-work.ts';
import { useClient } from './client-context.tsx';
import { createPageWork, IDLE, type OpenWorkPort, type WorkState } from './create-page-work.ts';

interface PageWork {
  readonly work: WorkState;
  /** Does nothing while other work runs. */
  readonly start: (order: WorkOrder) => void;
  readonly cancel: () => void;
}

const PageWorkContext = createContext<PageWork | null>(null);

/** Whether the stored articles, rows or settings are others than before. */
function hasChangedStorage({ state }: WorkOutcome): boolean {
  return state === 'stored' || state === 'restored';
}

/** Keeps the page's long work going while the person looks at other sections, and tells the background when it is done. */
export function PageWorkProvider({ openPort, children }: { openPort: OpenWorkPort; children: ReactNode }) {
  const client = useClient();
  const queries = useQueryClient();
  const [work, setWork] = useState<WorkState>(IDLE);
  const runner = useRef<ReturnType<typeof createPageWork> | null>(null);

  useEffect(() => {
    const made = createPageWork(openPort, (next) => {
      setWork(next);
      if (next.state !== 'done' || !hasChangedStorage(next.outcome)) return;
      void queries.invalidateQueries();
      // Open overlays that are not told ask again with their next ticket.
      client.send('kb.changed', {}).catch(() => {});
    });
    runner.current = made;
    return () => made.close();
  }, [openPort, client, queries]);

  const isRunning = work.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isRunning]);

  const value = useMemo(
    (): PageWork => ({
      work,
      start: (order) => runner.current?.start(order),
      cancel: () => runner.current?.cancel(),
    }),
    [work],
  );
  return <PageWorkContext value={value}>{children}</PageWorkContext>;
}

/** Where this page's long work stands, and how to start or cancel it. */
export function usePageWork(): PageWork {
  const work = useContext(PageWorkContext);
  if (!work) throw new Error('usePageWork needs a PageWorkProvider above it');
  return work;
}

import type { WorkOrder, WorkOutcome, WorkProgress, WorkRequest, WorkUpdate } from '#lib/messaging/page-work.ts';

/** The page's end of one worker. */
export interface WorkPort {
  readonly post: (request: WorkRequest) => void;
  /** Ends the worker at once, whatever it is doing. */
  readonly close: () => void;
}

/** Starts a worker; `hear` gets what it says, or null if it broke down. */
export type OpenWorkPort = (hear: (update: WorkUpdate | null) => void) => WorkPort;

/** Where the page's long work stands. `order` says what it is, or was. */
export type WorkState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      readonly order: WorkOrder;
      readonly progress: WorkProgress | null;
      readonly isCancelling: boolean;
    }
  | { readonly state: 'done'; readonly order: WorkOrder; readonly outcome: WorkOutcome };

/** A worker that has not stopped by then is ended; what it left is cleared by the next import. */
const CANCEL_LIMIT_MS = 30_000;
export const IDLE: WorkState = { state: 'idle' };

/** One piece of long work at a time: `onState` hears each change. An order given while another runs is passed over. */
export function createPageWork(openPort: OpenWorkPort, onState: (state: WorkState) => void) {
  let state: WorkState = IDLE;
  let port: WorkPort | null = null;
  let limit: ReturnType<typeof setTimeout> | undefined;
  const move = (next: WorkState): void => {
    state = next;
    onState(next);
  };
  const finish = (outcome: WorkOutcome): void => {
    clearTimeout(limit);
    port?.close();
    port = null;
    if (state.state === 'running') move({ state: 'done', order: state.order, outcome });
  };
  return {
    start(order: WorkOrder): void {
      if (port !== null) return;
      move({ state: 'running', order, progress: null, isCancelling: false });
      port = openPort((update) => {
        if (update === null) finish({ state: 'failed', code: 'failed' });
        else if (update.type === 'done') finish(update.outcome);
        else if (state.state === 'running') move({ ...state, progress: update.progress });
      });
      port.post({ type: 'start', order });
    },
    cancel(): void {
      if (state.state !== 'running' || state.isCancelling) return;
      move({ ...state, isCancelling: true });
      port?.post({ type: 'cancel' });
      limit = setTimeout(() => finish({ state: 'cancelled' }), CANCEL_LIMIT_MS);
    },
    close(): void {
      clearTimeout(limit);
      port?.close();
      port = null;
    },
  };
}

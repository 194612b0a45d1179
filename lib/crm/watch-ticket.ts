import type { Ticket } from '#lib/domain/ticket.ts';
import type { Adapter } from './adapter.ts';
import { readGenericReply } from './read-generic.ts';
import { readPage } from './read-page.ts';
import { type ReplyElements, readReplyElements } from './read-ticket.ts';
import { watchShown } from './watch-shown.ts';

/** One reading of the page. `version` tells two readings of the same ticket apart. */
export interface TicketView {
  readonly ticket: Ticket;
  readonly adapter: Adapter;
  readonly version: number;
  readonly hasComposer: boolean;
}

export interface TicketWatch {
  /** The last reading, or null where the page shows no ticket. */
  current(): TicketView | null;
  /** Reads the page at this moment, for what must not go by a reading that is a blink old. */
  refresh(): TicketView | null;
  /** Hears of every change until the returned function is called. */
  subscribe(listen: () => void): () => void;
  /** The reply's elements as they are at this moment; use them in the same turn. */
  reply(): ReplyElements | null;
  /** Called after anything on the page moved or changed, at most once a frame. */
  onLayout(listen: () => void): () => void;
}

interface Options {
  readonly page: Document;
  readonly adapters: readonly Adapter[];
  readonly generic: Adapter | null;
  readonly signal: AbortSignal;
  /** Called before each reading: a false ends the watch (the extension is gone). */
  readonly isAlive: () => boolean;
}

/** A page that changes without pause is read this often all the same. */
const SETTLE_MS = 120;
const LONGEST_WAIT_MS = 600;

/** Reads the ticket now and whenever the page changed, except where the agent is typing. */
export function watchTicket({ page, adapters, generic, signal, isAlive }: Options): TicketWatch {
  const listeners = new Set<() => void>();
  const layoutListeners = new Set<() => void>();
  let view: TicketView | null = null;
  let seen = '';
  let version = 0;
  let composer: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let frame = 0;

  const read = () => {
    clearTimeout(timer);
    waitingSince = 0;
    if (signal.aborted || !isAlive()) return;
    const result = readPage(adapters, generic, page, page.URL);
    composer = result.ok ? result.value.live.composer : null;
    watchFields(result.ok ? result.value.live.fields : []);
    const hasComposer = composer !== null;
    const state = result.ok ? JSON.stringify([result.adapter.id, hasComposer, result.value.ticket]) : '';
    if (state === seen) return;
    seen = state;
    view = result.ok ? { ticket: result.value.ticket, adapter: result.adapter, version: ++version, hasComposer } : null;
    for (const listen of listeners) listen();
    tellLayout();
  };
  const tellLayout = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) for (const listen of layoutListeners) listen();
    });
  };
  const schedule = () => {
    tellLayout();
    const now = performance.now();
    waitingSince ||= now;
    clearTimeout(timer);
    timer = setTimeout(read, now - waitingSince > LONGEST_WAIT_MS ? 0 : SETTLE_MS);
  };
  /** What was read last may be another ticket's: read before this one's page is painted, and again once it settled. */
  const readMoved = () => {
    requestAnimationFrame(read);
    schedule();
  };
  const watchFields = watchShown({ onToggle: schedule, onResize: tellLayout, signal });
  const observer = new MutationObserver((records) => {
    if (!isAlive()) return observer.disconnect();
    const isTyping = composer !== null && records.every(({ target }) => composer?.contains(target));
    if (isTyping) tellLayout();
    else schedule();
  });
  observer.observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['data-active', 'hidden'],
  });
  const until = { signal, capture: true, passive: true };
  page.defaultView?.navigation?.addEventListener('currententrychange', readMoved, until);
  page.defaultView?.addEventListener('hashchange', readMoved, until);
  page.defaultView?.addEventListener('popstate', readMoved, until);
  page.defaultView?.addEventListener('resize', tellLayout, until);
  page.addEventListener('scroll', tellLayout, until);
  page.addEventListener('change', schedule, until);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    listeners.clear();
    layoutListeners.clear();
  });
  read();

  return {
    current: () => view,
    refresh: () => {
      read();
      return view;
    },
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    reply: () => {
      if (!view) return null;
      const { adapter } = view;
      return adapter === generic ? readGenericReply(adapter, page) : readReplyElements(adapter, page, page.URL);
    },
    onLayout: (listen) => {
      layoutListeners.add(listen);
      return () => layoutListeners.delete(listen);
    },
  };
}

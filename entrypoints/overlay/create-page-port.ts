import type { OverlayHost } from '#components/overlay/overlay-host.ts';
import type { InsertContent, InsertOutcome, PagePort, TicketState } from '#components/overlay/page-port.ts';
import { replyRects } from '#lib/crm/reply-rects.ts';
import type { TicketWatch } from '#lib/crm/watch-ticket.ts';
import type { CaretMemory } from '#lib/editors/caret-memory.ts';
import { copyContent } from '#lib/editors/copy-content.ts';
import { insertBlock } from '#lib/editors/insert-block.ts';
import type { Command, Push } from '#lib/messaging/push.ts';

interface Parts {
  readonly watch: TicketWatch;
  readonly host: OverlayHost;
  readonly carets: CaretMemory;
  readonly onPush: (listen: (push: Push) => void) => () => void;
  readonly openOptions: () => void;
}

/** Joins the reader, the writer and our host into all that the views may do with the page. */
export function createPagePort({ watch, host, carets, onPush, openOptions }: Parts): PagePort {
  let last: { version: number; state: TicketState } | null = null;
  const currentTicket = (): TicketState | null => {
    const view = watch.current();
    if (!view) return null;
    if (last?.version !== view.version) {
      const { ticket, adapter, version, hasComposer } = view;
      last = { version, state: { ticket, carriesThread: adapter.carriesThread, version, hasComposer } };
    }
    return last.state;
  };
  const copy = (content: InsertContent) => copyContent(content, host.root);
  const insert = async (content: InsertContent, ticketId: string): Promise<InsertOutcome> => {
    const view = watch.refresh();
    if (view?.ticket.id !== ticketId) return 'other-ticket';
    const { adapter } = view;
    const reply = watch.reply();
    if (!reply?.composer) return (await copy(content)) ? 'copied-no-composer' : 'failed';
    const { composer, composerFormat } = reply;
    const handle = { element: composer, format: composerFormat, caret: carets.caretOf(composer) };
    const result = await insertBlock(handle, content, adapter.composer.strategies, adapter.composer.before);
    if (result.ok) return 'inserted';
    if (result.reason === 'garbled') return 'garbled';
    return (await copy(content)) ? 'copied' : 'failed';
  };
  return {
    currentTicket,
    refreshTicket: () => {
      watch.refresh();
      return currentTicket();
    },
    subscribe: watch.subscribe,
    onLayout: watch.onLayout,
    onCommand: (listen: (command: Command) => void) =>
      onPush((push) => {
        if (push.push === 'command') listen(push.command);
      }),
    onArticlesChanged: (listen) =>
      onPush((push) => {
        if (push.push === 'articles-changed') listen();
      }),
    avoidRects: () => {
      const reply = watch.reply();
      return reply ? replyRects(reply) : [];
    },
    insert,
    copy,
    focusReply: () => {
      const composer = watch.reply()?.composer;
      if (composer) composer.focus({ preventScroll: true });
      else if (host.root.activeElement instanceof HTMLElement) host.root.activeElement.blur();
    },
    openAddress: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
    openOptions,
    isShown: host.isShown,
  };
}

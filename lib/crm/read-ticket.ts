import type { ComposerMode, Ticket } from '#lib/domain/ticket.ts';
import type { Adapter } from './adapter.ts';
import { createFinder, type Finder } from './finder.ts';
import { isVisible } from './is-visible.ts';
import { compilePattern, isTicketUrl, ticketIdFromUrl } from './match-url.ts';
import { readMessages } from './read-messages.ts';

export type ComposerFormat = Adapter['composer']['format'];

/** What a reply is written and sent with. For use in the same turn: hosts replace elements at will, so keep none. */
export interface ReplyElements {
  /** Where the reply is written; null while the page shows no editor. */
  readonly composer: HTMLElement | null;
  readonly composerFormat: ComposerFormat;
  readonly sendControls: readonly HTMLElement[];
}

/** Elements of the page as they are now. */
export interface LiveElements extends ReplyElements {
  readonly root: Element;
  /** All that the composer can be, shown or not: a form that waits hidden is shown without any change of its parts. */
  readonly fields: readonly HTMLElement[];
  /** What shows the composer when pressed; null where there is none. */
  readonly opener: HTMLElement | null;
}

export interface ReadTicket {
  readonly ticket: Ticket;
  readonly live: LiveElements;
}

/** Why a page gave no ticket. `not-ready`: it is a ticket's address, but its parts are not there (yet). */
export type NoTicketReason = 'other-url' | 'other-page' | 'no-id' | 'no-root' | 'not-ready';
export type ReadResult =
  | { readonly ok: true; readonly value: ReadTicket }
  | { readonly ok: false; readonly reason: NoTicketReason };

/** Several tickets can be mounted at once: the one in use is the root that belongs to the id and is shown. */
function findRoot(finder: Finder, page: Document, adapter: Adapter, id: string): Element | null {
  if (adapter.activeRoot.length === 0) return finder.first(page, ['body']);
  const escaped = id.replace(/["\\\]]/g, '\\$&');
  const list = adapter.activeRoot.map((entry) => entry.replaceAll('{ticketId}', escaped));
  return finder.first(page, list, isVisible);
}

function readSubject(finder: Finder, page: Document, root: Element, adapter: Adapter): string {
  const subject = finder.text(root, adapter.subject) || finder.text(page, adapter.subject);
  const front = adapter.subjectStrip ? compilePattern(`^(?:${adapter.subjectStrip})`) : null;
  return front ? subject.replace(front, '').trim() : subject;
}

function readLive(finder: Finder, page: Document, root: Element, { composer, send }: Adapter): LiveElements {
  const isMarkdown = finder.first(page, composer.markdownIf ?? []) !== null;
  return {
    root,
    composer: finder.first(root, composer.field, isVisible) as HTMLElement | null,
    composerFormat: isMarkdown ? 'markdown' : composer.format,
    fields: composer.field.flatMap((entry) => finder.all(root, entry)) as HTMLElement[],
    opener: finder.first(root, composer.opener ?? [], isVisible) as HTMLElement | null,
    sendControls: send.flatMap((entry) => finder.all(root, entry)).filter(isVisible) as HTMLElement[],
  };
}

interface TicketPlace {
  readonly finder: Finder;
  readonly id: string;
  readonly root: Element;
}

type NoPlace = { readonly reason: NoTicketReason };

/** The ticket's id and the element that holds it, or why there is none. */
function findTicket(adapter: Adapter, page: Document, url: string): TicketPlace | NoPlace {
  if (!isTicketUrl(adapter, url)) return { reason: 'other-url' };
  const finder = createFinder(page, adapter.piercesShadow);
  if (adapter.pageIf && !finder.first(page, adapter.pageIf)) return { reason: 'other-page' };
  const id = ticketIdFromUrl(adapter, url) || finder.text(page, adapter.ticketId.dom);
  if (id === '') return { reason: 'no-id' };
  const root = findRoot(finder, page, adapter, id);
  return root ? { finder, id, root } : { reason: 'no-root' };
}

/** Only the reply field and send controls of the ticket in use: cheap enough for every scrolled frame. */
export function readReplyElements(adapter: Adapter, page: Document, url: string): ReplyElements | null {
  const place = findTicket(adapter, page, url);
  return 'reason' in place ? null : readLive(place.finder, page, place.root, adapter);
}

/**
 * Reads the ticket that `page` shows at the address `url`, the way `adapter` describes. Changes nothing on the page and
 * keeps nothing. Gives a reason in place of a ticket where the address or the page is not such a CRM's ticket view.
 */
export function readTicket(adapter: Adapter, page: Document, url: string): ReadResult {
  const place = findTicket(adapter, page, url);
  if ('reason' in place) return { ok: false, reason: place.reason };
  const { finder, id, root } = place;

  const live = readLive(finder, page, root, adapter);
  const messages = readMessages(finder, root, adapter, url);
  const subject = readSubject(finder, page, root, adapter);
  if (subject === '' && messages.length === 0 && !live.composer) return { ok: false, reason: 'not-ready' };
  const composerMode: ComposerMode = finder.first(root, adapter.composer.internalIf) ? 'internal' : 'public';
  const isPartial = finder.first(root, adapter.messages.partialIf ?? []) !== null;
  const ticket: Ticket = {
    id,
    subject,
    requester: finder.text(root, adapter.requester),
    status: finder.text(root, adapter.status),
    tags: [...new Set(finder.texts(root, adapter.tags))],
    messages,
    composerMode,
    isComplete: messages.length > 0 && !isPartial,
  };
  return { ok: true, value: { ticket, live } };
}

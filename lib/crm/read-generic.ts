import type { Ticket, TicketMessage } from '#lib/domain/ticket.ts';
import type { Adapter } from './adapter.ts';
import { attributeOf, closestOf, isInside, isMatch, queryAll, rawTextOf, tagOf } from './dom-access.ts';
import { createFinder, type Finder } from './finder.ts';
import { isVisible } from './is-visible.ts';
import { addressTail, ticketIdFromUrl } from './match-url.ts';
import { readBody } from './read-body.ts';
import type { ReadResult } from './read-ticket.ts';

const NOT_A_REPLY =
  '[role="search"], [type="search"], [role="combobox"], [readonly], [disabled], [aria-readonly="true"]';
const SEARCH_WORDS = /search|filter|query|suche|recherche|caut|搜索|搜尋|查找/i;
const MAIN_PARTS = 'main, [role="main"], article, #content, #main';
const SEND_CONTROLS = 'button[type="submit"], input[type="submit"], button:not([type])';
/** Smaller fields are single lines: names, tags, quick filters. */
const MIN_AREA_PX = 6_000;
const ENOUGH_TEXT = 80;
const MAX_TEXT = 20_000;

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}

function isReplyField(element: Element): boolean {
  if (!isVisible(element) || closestOf(element, NOT_A_REPLY)) return false;
  return !['name', 'id', 'placeholder', 'aria-label'].some((name) =>
    SEARCH_WORDS.test(attributeOf(element, name) ?? ''),
  );
}

/** The largest shown editor that isn't for searching; null if none is large enough to write a reply in. */
function findComposer(finder: Finder, page: Document, adapter: Adapter): HTMLElement | null {
  const fields = adapter.composer.field.flatMap((entry) => finder.all(page, entry)).filter(isReplyField);
  const outermost = fields.filter((field) => !fields.some((other) => other !== field && isInside(other, field)));
  let best: Element | null = null;
  let bestArea = MIN_AREA_PX - 1;
  for (const field of outermost) {
    const area = areaOf(field);
    if (area <= bestArea) continue;
    best = field;
    bestArea = area;
  }
  return best as HTMLElement | null;
}

/** In the page that holds the ticket: the field itself, or the frame it lies in. */
function anchorOf(composer: HTMLElement, page: Document): Element {
  return composer.ownerDocument === page ? composer : (composer.ownerDocument.defaultView?.frameElement ?? page.body);
}

/** The smallest part around the composer that has words of its own to read, no wider than the page's main part. */
function findThread(anchor: Element, page: Document): Element {
  const widest = closestOf(anchor, MAIN_PARTS) ?? queryAll(page, MAIN_PARTS)[0] ?? page.body;
  for (let part = anchor.parentElement; part && part !== widest; part = part.parentElement) {
    if (!isMatch(part, 'form') && rawTextOf(part).length - rawTextOf(anchor).length > ENOUGH_TEXT * 4) return part;
  }
  return widest;
}

function findSendControls(anchor: Element): HTMLElement[] {
  for (let part = anchor.parentElement, steps = 0; part && steps < 8; part = part.parentElement, steps += 1) {
    const found = queryAll(part, SEND_CONTROLS).filter(isVisible);
    if (found.length > 0) return found as HTMLElement[];
  }
  return [];
}

/**
 * Reads a page that no adapter knows: the reply field is the largest editor, the message is the text around it. One
 * message, taken for the customer's; `isComplete` is always false. `not-ready` where the page has no reply field.
 */
export function readGeneric(adapter: Adapter, page: Document, url: string): ReadResult {
  const tail = addressTail(url);
  if (tail === '') return { ok: false, reason: 'other-url' };
  const finder = createFinder(page);
  const composer = findComposer(finder, page, adapter);
  if (!composer) return { ok: false, reason: 'not-ready' };

  const anchor = anchorOf(composer, page);
  const root = findThread(anchor, page);
  const { text, links } = readBody([root], [...adapter.messages.strip, 'textarea', 'h1', 'title'], url);
  const words = text.slice(0, MAX_TEXT);
  const messages: TicketMessage[] =
    words.length < ENOUGH_TEXT / 4 ? [] : [{ id: '#1', role: 'customer', author: '', text: words, links }];
  const shown = adapter.subject.map((entry) =>
    finder.all(page, entry).find((found) => entry.includes('title') || isVisible(found)),
  );
  const ticket: Ticket = {
    id: ticketIdFromUrl(adapter, url) || tail,
    subject: shown.map((found) => (found ? finder.text(found, ['']) : '')).find((line) => line !== '') ?? '',
    requester: '',
    status: '',
    tags: [],
    messages,
    composerMode: 'public',
    isComplete: false,
  };
  const composerFormat = tagOf(composer) === 'textarea' ? 'text' : adapter.composer.format;
  const live = { root, composer, composerFormat, opener: null, sendControls: findSendControls(anchor) } as const;
  return { ok: true, value: { ticket, live } };
}

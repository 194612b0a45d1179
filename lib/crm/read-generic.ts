import type { Ticket, TicketMessage } from '#lib/domain/ticket.ts';
import type { Adapter } from './adapter.ts';
import { attributeOf, closestOf, isInside, oneLine, queryAll, rawTextOf, tagOf } from './dom-access.ts';
import { createFinder, type Finder } from './finder.ts';
import { isVisible } from './is-visible.ts';
import { addressTail, ticketIdFromUrl } from './match-url.ts';
import { type ReadBody, readBody } from './read-body.ts';
import type { ReadResult, ReplyElements } from './read-ticket.ts';

const NOT_A_REPLY =
  '[role="search"], [type="search"], [role="combobox"], [readonly], [disabled], [aria-readonly="true"]';
const SEARCH_WORDS = /search|filter|query|suche|recherche|caut|搜索|搜尋|查找/i;
const MAIN_PARTS = 'main, [role="main"], article, #content, #main';
const SEND_CONTROLS = 'button[type="submit"], input[type="submit"], button:not([type])';
/** Smaller fields are single lines: names, tags, quick filters. */
const MIN_AREA_PX = 6_000;
const ENOUGH_TEXT = 200;
const LEAST_TEXT = 20;
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

/** What is read around a composer is not what is written in it, nor the page's furniture. */
function readAround(part: Element, adapter: Adapter, url: string): ReadBody {
  return readBody([part], [...adapter.messages.strip, 'textarea', 'h1', 'title'], url);
}

/** The smallest part around the composer that has words of its own to read, no wider than the page's main part. */
function findThread(anchor: Element, page: Document, adapter: Adapter, url: string): Element {
  const widest = closestOf(anchor, MAIN_PARTS) ?? queryAll(page, MAIN_PARTS)[0] ?? page.body;
  if (!isInside(widest, anchor)) return widest;
  for (let part = anchor.parentElement; part && part !== widest; part = part.parentElement) {
    if (readAround(part, adapter, url).text.length >= ENOUGH_TEXT) return part;
  }
  return widest;
}

/** The longest shown heading that the window's title repeats; else the first heading near the thread; else the title. */
function findSubject(finder: Finder, page: Document, root: Element, adapter: Adapter): string {
  const title = finder.text(page, ['head > title']);
  const headings = adapter.subject.flatMap((entry) => finder.all(page, entry)).filter(isVisible);
  const repeated = headings
    .map((heading) => oneLine(rawTextOf(heading)))
    .filter((line) => line !== '' && title.includes(line));
  const [longest] = repeated.sort((a, b) => b.length - a.length);
  const near = headings.find((heading) => isInside(root, heading)) ?? headings[0];
  return longest ?? (near ? oneLine(rawTextOf(near)) : title);
}

function findSendControls(anchor: Element): HTMLElement[] {
  for (let part = anchor.parentElement, steps = 0; part && steps < 8; part = part.parentElement, steps += 1) {
    const found = queryAll(part, SEND_CONTROLS).filter(isVisible);
    if (found.length > 0) return found as HTMLElement[];
  }
  return [];
}

function replyElements(composer: HTMLElement, page: Document, adapter: Adapter): ReplyElements {
  const composerFormat = tagOf(composer) === 'textarea' ? 'text' : adapter.composer.format;
  return { composer, composerFormat, sendControls: findSendControls(anchorOf(composer, page)) };
}

/** Only the reply field and what sends it, on a page that no adapter knows. */
export function readGenericReply(adapter: Adapter, page: Document): ReplyElements | null {
  const composer = findComposer(createFinder(page, true), page, adapter);
  return composer && replyElements(composer, page, adapter);
}

/**
 * Reads a page that no adapter knows: the reply field is the largest editor, the message is the text around it. One
 * message, taken for the customer's; `isComplete` is always false. `not-ready` where the page has no reply field.
 */
export function readGeneric(adapter: Adapter, page: Document, url: string): ReadResult {
  const tail = addressTail(url);
  if (tail === '') return { ok: false, reason: 'other-url' };
  const finder = createFinder(page, true);
  const composer = findComposer(finder, page, adapter);
  if (!composer) return { ok: false, reason: 'not-ready' };

  const anchor = anchorOf(composer, page);
  const root = findThread(anchor, page, adapter, url);
  const { text, links } = readAround(root, adapter, url);
  const words = text.slice(0, MAX_TEXT);
  const messages: TicketMessage[] =
    words.length < LEAST_TEXT ? [] : [{ id: '#1', role: 'customer', author: '', text: words, links }];
  const ticket: Ticket = {
    id: ticketIdFromUrl(adapter, url) || tail,
    subject: findSubject(finder, page, root, adapter),
    requester: '',
    status: '',
    tags: [],
    messages,
    composerMode: 'public',
    isComplete: false,
  };
  const live = { ...replyElements(composer, page, adapter), root, fields: [composer], opener: null };
  return { ok: true, value: { ticket, live } };
}

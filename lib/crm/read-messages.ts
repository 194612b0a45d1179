import type { MessageRole, TicketMessage } from '#lib/domain/ticket.ts';
import type { Adapter } from './adapter.ts';
import { attributeOf, isInside, isMatch, oneLine, queryAll, rawTextOf } from './dom-access.ts';
import type { Finder } from './finder.ts';
import { readBody } from './read-body.ts';

type MessageSelectors = Adapter['messages'];

function hasAny(finder: Finder, item: Element, list: readonly string[]): boolean {
  return list.some((entry) => isMatch(item, entry) || finder.all(item, entry).length > 0);
}

function isNote(finder: Finder, item: Element, selectors: MessageSelectors): boolean {
  if (hasAny(finder, item, selectors.noteIf)) return true;
  if (!selectors.noteIfText) return false;
  const description = finder.text(item, selectors.noteIfText.where).toLowerCase();
  return selectors.noteIfText.words.some((word) => description.includes(word.toLowerCase()));
}

/** What tells people apart: the adapter's key attribute where it names one, else the visible name. */
function keyOf(element: Element, selectors: MessageSelectors): string {
  return selectors.authorKey ? (attributeOf(element, selectors.authorKey) ?? '') : oneLine(rawTextOf(element));
}

function roleOf(finder: Finder, item: Element, selectors: MessageSelectors, requesters: Set<string>): MessageRole {
  if (isNote(finder, item, selectors)) return 'note';
  if (hasAny(finder, item, selectors.systemIf)) return 'system';
  if (hasAny(finder, item, selectors.customerIf)) return 'customer';
  if (hasAny(finder, item, selectors.agentIf) || !selectors.authorIsRequester) return 'agent';
  const author = finder.first(item, selectors.author);
  return author !== null && requesters.has(keyOf(author, selectors)) ? 'customer' : 'agent';
}

/** The items in document order; one inside another (a reply nested in its parent) counts for itself alone. */
function itemsOf(finder: Finder, root: Element, list: readonly string[]): Element[] {
  if (list.length === 1) return finder.all(root, list[0] as string);
  const plain = list.filter((entry) => !entry.includes(' >> '));
  const together = queryAll(root, plain.join(','));
  return together.length > 0 ? together : list.flatMap((entry) => finder.all(root, entry));
}

function bodiesOf(finder: Finder, item: Element, list: readonly string[]): Element[] {
  const found = finder.group(item, list);
  return found.filter((element) => !found.some((other) => other !== element && isInside(other, element)));
}

/** A CRM set to "newest first" shows falling numbers; the thread is turned round, what has no number stays. */
function oldestFirst(messages: readonly TicketMessage[]): TicketMessage[] {
  const numbered = messages.filter(({ id }) => /\d$/.test(id) && !id.startsWith('#'));
  const numbers = numbered.map(({ id }) => Number(/(\d+)$/.exec(id)?.[1]));
  const isFalling = numbers.length > 1 && numbers.every((number, at) => at === 0 || number < Number(numbers[at - 1]));
  if (!isFalling) return [...messages];
  const turned = numbered.toReversed();
  return messages.map((message) => (numbered.includes(message) ? (turned.shift() as TicketMessage) : message));
}

/** The thread of one ticket, oldest first. Items without words (a mere attachment) are left out. */
export function readMessages(finder: Finder, root: Element, adapter: Adapter, url: string): TicketMessage[] {
  const selectors = adapter.messages;
  const requesters = new Set(finder.group(root, adapter.requester).map((element) => keyOf(element, selectors)));
  requesters.delete('');
  const messages: TicketMessage[] = [];
  for (const [at, item] of itemsOf(finder, root, selectors.item).entries()) {
    const { text, links } = readBody(bodiesOf(finder, item, selectors.body), selectors.strip, url);
    if (text === '') continue;
    messages.push({
      id: finder.text(item, selectors.id) || `#${at + 1}`,
      role: roleOf(finder, item, selectors, requesters),
      author: finder.text(item, selectors.author),
      text,
      links,
    });
  }
  return oldestFirst(messages);
}

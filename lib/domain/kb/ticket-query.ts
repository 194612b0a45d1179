import type { Ticket } from '#lib/domain/ticket.ts';
import { cleanMessage } from './clean-message.ts';
import { detectLanguage } from './language.ts';

/** A piece of text to find articles for, and how much its words count beside the other pieces'. */
export interface QueryPart {
  readonly text: string;
  readonly weight: number;
}

/** What is asked of the knowledge base. */
export interface TicketQuery {
  readonly parts: readonly QueryPart[];
  /** The customer's: `en`, `ro`, `zh-Hans`, `zh-Hant`, or `und` where the text doesn't show it. */
  readonly language: string;
}

const SUBJECT_WEIGHT = 1.5;
const LAST_MESSAGE_WEIGHT = 1;
const EARLIER_MESSAGE_WEIGHT = 0.4;
/** Earlier messages that still count, the newest of them; older ones are about what was settled since. */
const EARLIER_MESSAGES = 3;
const SUBJECT_PREFIX = /^(?:\s*(?:re|fwd?|aw|r[ăa]sp|回复|回覆|答复|转发|轉寄)\s*[:：]|\s*\[[^\]]{1,40}\])+/i;

/** The query of a ticket: its subject and what the customer wrote, the last message above the earlier ones. */
export function ticketQuery(ticket: Pick<Ticket, 'subject' | 'messages'>): TicketQuery {
  const messages = ticket.messages
    .filter((message) => message.role === 'customer')
    .slice(-1 - EARLIER_MESSAGES)
    .reverse()
    .map((message) => cleanMessage(message.text));
  const subject = ticket.subject.replace(SUBJECT_PREFIX, '').trim();
  const parts = [
    { text: subject, weight: SUBJECT_WEIGHT },
    ...messages.map((text, at) => ({ text, weight: at === 0 ? LAST_MESSAGE_WEIGHT : EARLIER_MESSAGE_WEIGHT })),
  ].filter((part) => part.text !== '');
  return { parts, language: languageOf(messages[0] ?? '', [...messages, subject].join('\n')) };
}

/** The query of what a person typed into the search field. */
export function searchQuery(text: string): TicketQuery {
  return { parts: [{ text, weight: 1 }], language: detectLanguage(text) };
}

/** The newest message says best which language the customer reads; where it is too short, all the words do. */
function languageOf(newest: string, all: string): string {
  const language = detectLanguage(newest);
  return language === 'und' ? detectLanguage(all) : language;
}

import { searchQuery, ticketQuery } from '#lib/domain/kb/ticket-query.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';
import { rankCards } from './rank-cards.ts';
import { completeTicket, keepTicket, recallTicket } from './ticket-context.ts';
import { ticketHash } from './ticket-key.ts';

const CARDS = 3;
const SEARCH_RESULTS = 8;

/** Answers what an open ticket, or a search on it, should show. */
export function ticketHandlers(openDatabase: OpenDatabase): HandlerSlice<'ticket.opened' | 'articles.searched'> {
  return {
    'ticket.opened': async ({ ticket: shown, carriesThread }, { origin }) => {
      const [db, ticket] = await Promise.all([openDatabase(), completeTicket(origin, shown, carriesThread)]);
      const hash = await ticketHash(db, origin, ticket.id);
      const ranking = rankCards(db, ticketQuery(ticket), { ticket, hash, limit: CARDS });
      const [cards] = await Promise.all([ranking, keepTicket(origin, ticket)]);
      return cards;
    },
    'articles.searched': async ({ text, ticketKey }, { origin }) => {
      const [db, ticket] = await Promise.all([openDatabase(), recallTicket(origin, ticketKey)]);
      const hash = await ticketHash(db, origin, ticketKey);
      return rankCards(db, searchQuery(text), { ticket, hash, limit: SEARCH_RESULTS });
    },
  };
}

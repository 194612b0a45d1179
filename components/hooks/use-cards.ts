import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ticket } from '#lib/domain/ticket.ts';
import { useClient } from './client-context.tsx';

/** One reading of a ticket; `version` grows with each that differs. */
interface Reading {
  readonly ticket: Ticket;
  readonly carriesThread: boolean;
  readonly version: number;
}

/** The articles for an open ticket: asked for anew when the page shows it changed. */
export function useTicketCards(state: Reading | null) {
  const client = useClient();
  const ticket = state?.ticket;
  return useQuery({
    queryKey: ['cards', ticket?.id, state?.version],
    enabled: ticket !== undefined,
    queryFn: () => {
      if (!ticket) throw new Error('asked for the cards of no ticket');
      return client.send('ticket.opened', { ticket, carriesThread: state?.carriesThread ?? false });
    },
    // Cards of the same ticket stay while a new message is ranked; another ticket's never do.
    placeholderData: (previous, query) => (query?.queryKey[1] === ticket?.id ? previous : undefined),
  });
}

/** The articles that a search finds on this ticket; idle while there is nothing to search for. */
export function useSearch(text: string, ticketKey: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['search', ticketKey, text],
    enabled: text !== '',
    queryFn: () => client.send('articles.searched', { text, ticketKey }),
    placeholderData: keepPreviousData,
  });
}

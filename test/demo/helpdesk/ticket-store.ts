import type { Channel, MessageRecord, SeedTicket, SentMessage, TicketDetail, TicketSummary } from './ticket-record.ts';

/** The person who is signed in to the demo. */
export const agentName = 'Robin Hale';
const previewLength = 140;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of a piece of HTML on one line. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Tickets in memory: what was seeded, and what has been sent since. */
export interface TicketStore {
  list(): TicketSummary[];
  find(id: string): TicketDetail | undefined;
  /** Appends a message to the thread; `undefined` when there is no such ticket. A public answer opens a new ticket. */
  add(ticketId: string, mode: Channel, html: string, at: Date): SentMessage | undefined;
  /** What was sent on one ticket since the start, oldest first. */
  sent(ticketId: string): SentMessage[];
}

/** A store that starts from `seeds`; of two seeds with one id the later wins. */
export function createTicketStore(seeds: readonly SeedTicket[]): TicketStore {
  const tickets = new Map<string, SeedTicket>();
  for (const { expected: _, ...seed } of seeds) tickets.set(seed.id, seed);
  const sent: SentMessage[] = [];

  return {
    list: () => [...tickets.values()].map(summarise).sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
    find(id) {
      const ticket = tickets.get(id);
      return ticket && { ...summarise(ticket), messages: ticket.messages };
    },
    add(ticketId, mode, html, at) {
      const ticket = tickets.get(ticketId);
      if (!ticket) return undefined;
      const message: MessageRecord = {
        id: `${ticketId}-s${ticket.messages.length + 1}`,
        role: mode === 'internal' ? 'note' : 'agent',
        author: agentName,
        at: at.toISOString(),
        html,
      };
      const status = mode === 'public' && ticket.status === 'new' ? 'open' : ticket.status;
      tickets.set(ticketId, { ...ticket, status, messages: [...ticket.messages, message] });
      const record: SentMessage = { ...message, ticketId, mode };
      sent.push(record);
      return record;
    },
    sent: (ticketId) => sent.filter((message) => message.ticketId === ticketId),
  };
}

function summarise({ messages, ...ticket }: SeedTicket): TicketSummary {
  const newest = messages.at(-1);
  return {
    ...ticket,
    updatedAt: newest?.at ?? ticket.createdAt,
    preview: plainText(newest?.html ?? '').slice(0, previewLength),
    messageCount: messages.length,
  };
}

import * as z from 'zod/mini';
import { mergeTicket } from '#lib/domain/merge-ticket.ts';
import type { Ticket } from '#lib/domain/ticket.ts';
import { ticketSchema } from '#lib/messaging/ticket-schema.ts';
import { sessionStore } from '#lib/platform/session-store.ts';

const ORDER = 'ticket-order';
/** The browser gives this memory 10 MB. */
const MAX_TICKETS = 20;

const keyOf = (origin: string, ticketId: string) => `ticket ${origin} ${ticketId}`;

/** The ticket last seen under this site and id, from memory; null if none. */
export async function recallTicket(origin: string, ticketId: string): Promise<Ticket | null> {
  const parsed = ticketSchema.safeParse(await sessionStore.read(keyOf(origin, ticketId)));
  return parsed.success ? parsed.data : null;
}

/** A ticket completed with what earlier pages showed of it, where its CRM spreads one over several pages. */
export async function completeTicket(origin: string, now: Ticket, carriesThread: boolean): Promise<Ticket> {
  const isSpread = carriesThread || !now.isComplete;
  return isSpread ? mergeTicket(await recallTicket(origin, now.id), now) : now;
}

/**
 * Keeps a ticket in memory for the next page and for searches on it, and lets go of the oldest. Two pages that open at the
 * very same moment may leave one too many; it goes with the browser's session at the latest. Where the memory is full, all
 * tickets are let go of: cards come all the same, from what the page shows.
 */
export async function keepTicket(origin: string, ticket: Ticket): Promise<void> {
  const key = keyOf(origin, ticket.id);
  const known = z.array(z.string()).safeParse(await sessionStore.read(ORDER));
  const order = [...(known.success ? known.data : []).filter((other) => other !== key), key];
  try {
    await sessionStore.write({ [key]: ticket, [ORDER]: order.slice(-MAX_TICKETS) });
  } catch {
    await sessionStore.remove([...order, ORDER]);
    return;
  }
  if (order.length > MAX_TICKETS) await sessionStore.remove(order.slice(0, -MAX_TICKETS));
}

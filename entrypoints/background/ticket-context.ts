import * as z from 'zod/mini';
import { mergeTicket } from '#lib/domain/merge-ticket.ts';
import type { Ticket } from '#lib/domain/ticket.ts';
import { ticketSchema } from '#lib/messaging/ticket-schema.ts';
import { sessionStore } from '#lib/platform/session-store.ts';

const KEY = 'open-tickets';
/** Newest last. The browser gives this memory 10 MB. */
const MAX_TICKETS = 20;

const storedSchema = z.array(z.strictObject({ key: z.string(), ticket: ticketSchema }));

async function readAll(): Promise<z.infer<typeof storedSchema>> {
  const parsed = storedSchema.safeParse(await sessionStore.read(KEY));
  return parsed.success ? parsed.data : [];
}

/** The ticket last seen under this site and id, in memory only; null if none. */
export async function recallTicket(origin: string, ticketId: string): Promise<Ticket | null> {
  const all = await readAll();
  return all.find(({ key }) => key === `${origin} ${ticketId}`)?.ticket ?? null;
}

/**
 * Completes a ticket with what earlier pages of the same ticket showed, and keeps the result in memory for the next
 * page. `carriesThread`: this CRM shows thread and reply on different pages.
 */
export async function carryTicket(origin: string, now: Ticket, carriesThread: boolean): Promise<Ticket> {
  const key = `${origin} ${now.id}`;
  const all = await readAll();
  const earlier = carriesThread || !now.isComplete ? (all.find((entry) => entry.key === key)?.ticket ?? null) : null;
  const ticket = mergeTicket(earlier, now);
  const others = all.filter((entry) => entry.key !== key);
  await sessionStore.write(KEY, [...others, { key, ticket }].slice(-MAX_TICKETS));
  return ticket;
}

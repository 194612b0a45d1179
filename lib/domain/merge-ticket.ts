import type { Ticket, TicketMessage } from './ticket.ts';

/**
 * Completes what a page shows of a ticket with what an earlier page showed of it: a reply page without the thread, or a
 * list that holds only some messages. Newer text of the same message wins; a complete thread replaces all.
 */
export function mergeTicket(earlier: Ticket | null, now: Ticket): Ticket {
  if (earlier === null || earlier.id !== now.id || now.isComplete) return now;
  const shown = new Map<string, TicketMessage>(now.messages.map((message) => [message.id, message]));
  const kept = earlier.messages.map((message) => shown.get(message.id) ?? message);
  const known = new Set(earlier.messages.map((message) => message.id));
  return {
    ...now,
    subject: now.subject || earlier.subject,
    requester: now.requester || earlier.requester,
    status: now.status || earlier.status,
    tags: now.tags.length > 0 ? now.tags : earlier.tags,
    messages: [...kept, ...now.messages.filter((message) => !known.has(message.id))],
    isComplete: earlier.isComplete,
  };
}

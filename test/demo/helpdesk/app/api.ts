import type { Channel, MessageRecord, TicketDetail, TicketSummary } from '../ticket-record.ts';

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

export const fetchTickets = (signal: AbortSignal) => call<TicketSummary[]>('/api/tickets', { signal });

export const fetchTicket = (id: string, signal: AbortSignal) => call<TicketDetail>(`/api/tickets/${id}`, { signal });

export const postMessage = (ticketId: string, mode: Channel, html: string) =>
  call<MessageRecord>(`/api/tickets/${ticketId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ html, mode }),
  });

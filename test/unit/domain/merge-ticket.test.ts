import { describe, expect, test } from 'vitest';
import { mergeTicket } from '#lib/domain/merge-ticket.ts';
import type { Ticket, TicketMessage } from '#lib/domain/ticket.ts';

function message(id: string, text = `text of ${id}`): TicketMessage {
  return { id, role: 'customer', author: 'Ana', text, links: [] };
}

function ticket(more: Partial<Ticket>): Ticket {
  return {
    id: '7',
    subject: 'No dial tone',
    requester: 'Ana',
    status: 'open',
    tags: ['voice'],
    messages: [message('1'), message('2')],
    composerMode: 'public',
    isComplete: true,
    ...more,
  };
}

const replyPage = ticket({
  subject: '',
  requester: '',
  status: '',
  tags: [],
  messages: [],
  composerMode: 'internal',
  isComplete: false,
});

describe('mergeTicket', () => {
  test('gives what is shown where nothing was seen before', () => {
    expect(mergeTicket(null, replyPage)).toBe(replyPage);
  });

  test('completes a reply page with the thread read earlier, keeping what the page says itself', () => {
    const earlier = ticket({});
    expect(mergeTicket(earlier, replyPage)).toEqual({ ...earlier, composerMode: 'internal' });
    expect(mergeTicket(earlier, { ...replyPage, subject: 'Dial tone is back' }).subject).toBe('Dial tone is back');
  });

  test('a complete thread replaces all, also messages that are gone', () => {
    const now = ticket({ messages: [message('2')] });
    expect(mergeTicket(ticket({}), now)).toBe(now);
  });

  test('a part of the thread is put in its place: newer text wins, new messages come last', () => {
    const now = ticket({ isComplete: false, messages: [message('2', 'edited'), message('3')] });
    const merged = mergeTicket(ticket({}), now);
    expect(merged.messages).toEqual([message('1'), message('2', 'edited'), message('3')]);
  });

  test('two parts make no whole; a part after a whole does', () => {
    const part = ticket({ isComplete: false });
    expect(mergeTicket(part, replyPage).isComplete).toBe(false);
    expect(mergeTicket(ticket({}), part).isComplete).toBe(true);
  });

  test('never mixes two tickets', () => {
    const other = { ...replyPage, id: '8' };
    expect(mergeTicket(ticket({}), other)).toBe(other);
  });
});

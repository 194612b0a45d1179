import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ticket } from '#lib/domain/ticket.ts';
import { completeTicket, keepTicket, recallTicket } from '../../../entrypoints/background/ticket-context.ts';

const memory = vi.hoisted(() => ({ values: new Map<string, unknown>(), limit: Number.POSITIVE_INFINITY }));

vi.mock('#lib/platform/session-store.ts', () => ({
  sessionStore: {
    read: async (key: string) => memory.values.get(key),
    write: async (values: Record<string, unknown>) => {
      const after = new Map([...memory.values, ...Object.entries(values)]);
      if (JSON.stringify([...after]).length > memory.limit) throw new Error('Session storage quota bytes exceeded.');
      memory.values = after;
    },
    remove: async (keys: readonly string[]) => {
      for (const key of keys) memory.values.delete(key);
    },
  },
}));

const site = 'https://crm.example';

function ticket(id: string, text = 'The router blinks red.', isComplete = true): Ticket {
  const messages = text === '' ? [] : [{ id: '1', role: 'customer' as const, author: 'Ana', text, links: [] }];
  return {
    id,
    subject: `Ticket ${id}`,
    requester: 'Ana',
    status: '',
    tags: [],
    messages,
    composerMode: 'public',
    isComplete,
  };
}

beforeEach(() => {
  memory.values = new Map();
  memory.limit = Number.POSITIVE_INFINITY;
});

describe('ticket context', () => {
  test('carries a thread from the page that shows it to the page that replies', async () => {
    await keepTicket(site, ticket('1'));
    const completed = await completeTicket(site, ticket('1', '', false), true);
    expect(completed.messages.map(({ text }) => text)).toEqual(['The router blinks red.']);
    expect(completed.isComplete).toBe(true);
  });

  test('keeps two tickets, and two sites that number alike, apart', async () => {
    await keepTicket(site, ticket('1', 'one'));
    await keepTicket('https://other.example', ticket('1', 'other'));
    await keepTicket(site, ticket('2', 'two'));
    expect((await recallTicket(site, '1'))?.messages[0]?.text).toBe('one');
    expect((await recallTicket('https://other.example', '1'))?.messages[0]?.text).toBe('other');
    expect(await recallTicket(site, '3')).toBeNull();
  });

  test('a page that shows its whole thread takes nothing from earlier', async () => {
    await keepTicket(site, ticket('1'));
    expect(await completeTicket(site, ticket('1', ''), false)).toEqual(ticket('1', ''));
  });

  test('takes memory of another version, or spoiled, for none', async () => {
    memory.values.set(`ticket ${site} 1`, { id: '1' });
    memory.values.set('ticket-order', 'spoiled');
    const shown = ticket('1', '', false);
    expect(await completeTicket(site, shown, true)).toEqual(shown);
    await keepTicket(site, shown);
    expect(await recallTicket(site, '1')).toEqual(shown);
  });

  test('lets go of the tickets seen longest ago', async () => {
    for (let number = 1; number <= 25; number++) await keepTicket(site, ticket(String(number)));
    await keepTicket(site, ticket('6', 'seen again'));
    expect(await recallTicket(site, '5')).toBeNull();
    expect((await recallTicket(site, '6'))?.messages[0]?.text).toBe('seen again');
    expect(memory.values.size).toBe(21);
  });

  test('a full memory is emptied, and is no failure', async () => {
    memory.limit = 5_000;
    for (let number = 1; number <= 5; number++) await keepTicket(site, ticket(String(number)));
    await keepTicket(site, ticket('6', 'x'.repeat(10_000)));
    expect(memory.values.size).toBe(0);
    await keepTicket(site, ticket('7'));
    expect(await recallTicket(site, '7')).toEqual(ticket('7'));
  });
});

// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { builtInAdapters } from '#lib/crm/adapters.ts';
import { readPage } from '#lib/crm/read-page.ts';
import { App } from '#test/demo/helpdesk/app/app.tsx';
import { seedTickets } from '#test/demo/helpdesk/seed-tickets.ts';
import { createTicketStore } from '#test/demo/helpdesk/ticket-store.ts';

// The adapter is held against the demo's own markup as it is rendered, so no saved page can fall behind.
let root: Root;

beforeEach(() => {
  const store = createTicketStore(seedTickets);
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (path: string) => {
    const id = /^\/api\/tickets\/(\d+)$/.exec(path)?.[1];
    return Response.json(id ? store.find(id) : store.list());
  });
  Element.prototype.scrollTo = () => {};
  document.body.innerHTML = '<div id="helpdesk-root"></div>';
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function open(path: string, stepMs = 1_000): Promise<void> {
  history.replaceState(null, '', path);
  root = createRoot(document.getElementById('helpdesk-root') as HTMLElement);
  await act(async () => root.render(<App />));
  await act(async () => vi.advanceTimersByTimeAsync(stepMs));
}

async function click(selector: string): Promise<void> {
  await act(async () => (document.querySelector(selector) as HTMLElement).click());
  await act(async () => vi.advanceTimersByTimeAsync(1_000));
}

function read() {
  const result = readPage(builtInAdapters, null, document, location.href);
  if (!result.ok) throw new Error(`no ticket: ${result.reason}`);
  expect(result.adapter.id).toBe('larkfield-helpdesk');
  return result.value;
}

it('reads fields, roles, composer and send of a ticket', async () => {
  await open('/tickets/1001');
  const { ticket, live } = read();
  expect(ticket).toMatchObject({
    id: '1001',
    subject: 'No connection since the storm',
    requester: 'Ada Winters <ada.winters@fernmail.example>',
    status: 'Open',
    tags: ['fault', 'fibre'],
    composerMode: 'public',
    isComplete: true,
  });
  expect(ticket.messages.map(({ id, role }) => [id, role])).toEqual([
    ['1001-1', 'customer'],
    ['1001-2', 'note'],
    ['1001-3', 'system'],
  ]);
  expect(ticket.messages[0]?.text).toBe('Hello, the light on our hub has been red since last night and nothing loads.');
  expect(live.composer?.getAttribute('contenteditable')).toBe('true');
  expect(live.composer?.querySelector('[data-signature]')?.textContent).toContain('Robin Hale');
  expect(live.sendControls).toHaveLength(1);
});

it('reads the ticket in view while the one before it is still in the document, and comes first', async () => {
  await open('/tickets/1001');
  await click('[data-test-id="ticket-row"][data-ticket-id="1002"]');
  expect(document.querySelectorAll('[data-test-id="composer"]')).toHaveLength(2);
  const { ticket, live } = read();
  expect(ticket).toMatchObject({ id: '1002', subject: 'Charged twice in October' });
  expect(ticket.messages).toHaveLength(1);
  expect(live.composer?.id).toBe('composer-field-1002');
});

it('says that the thread is not whole in its first step', async () => {
  await open('/tickets/1001', 0);
  const { ticket } = read();
  expect(ticket.messages.map(({ id }) => id)).toEqual(['1001-3']);
  expect(ticket.isComplete).toBe(false);
});

it('sees the internal channel, whose editor is another element without a signature', async () => {
  await open('/tickets/1001');
  const before = read().live.composer;
  await click('[data-test-id="channel-internal"]');
  const { ticket, live } = read();
  expect(ticket.composerMode).toBe('internal');
  expect(live.composer).not.toBe(before);
  expect(live.composer?.querySelector('[data-signature]')).toBeNull();
});

it('reads the plain-text composer', async () => {
  await open('/tickets/1001?editor=plain');
  expect(read().live.composer?.localName).toBe('textarea');
});

it('is not a ticket page on the bare list', async () => {
  await open('/tickets');
  expect(readPage(builtInAdapters, null, document, location.href)).toEqual({ ok: false, reason: 'other-url' });
});

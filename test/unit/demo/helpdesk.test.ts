import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArticle } from '#test/demo/helpdesk/seed-files.ts';
import { type Helpdesk, startHelpdesk } from '#test/demo/helpdesk/server.ts';
import type { TicketDetail, TicketSummary } from '#test/demo/helpdesk/ticket-record.ts';

describe('the demo helpdesk', () => {
  let helpdesk: Helpdesk;
  beforeEach(async () => {
    helpdesk = await startHelpdesk({ port: 0, sendDelayMs: 0 });
  });
  afterEach(() => helpdesk.close());

  const get = (path: string) => fetch(helpdesk.url + path, { redirect: 'manual' });
  const post = (id: string, body: unknown) =>
    fetch(`${helpdesk.url}/api/tickets/${id}/messages`, { method: 'POST', body: JSON.stringify(body) });
  const firstTicket = async () => {
    const [first] = (await (await get('/api/tickets')).json()) as TicketSummary[];
    if (!first) throw new Error('no seed tickets');
    return (await (await get(`/api/tickets/${first.id}`)).json()) as TicketDetail;
  };

  it('stores a reply, shows it in the thread and gives it back', async () => {
    const { id, messages } = await firstTicket();
    const html = '<p>Please <strong>restart</strong> the hub.</p>';
    expect((await post(id, { html, mode: 'public' })).status).toBe(201);
    expect(helpdesk.sent(id)).toMatchObject([{ ticketId: id, html, mode: 'public', role: 'agent' }]);
    const after = await firstTicket();
    expect(after.messages).toHaveLength(messages.length + 1);
    expect(after.messages.at(-1)).toMatchObject({ html, role: 'agent' });
  });

  it('keeps an internal note apart from a reply', async () => {
    const { id } = await firstTicket();
    await post(id, { html: '<p>Call first</p>', mode: 'internal' });
    expect((await firstTicket()).messages.at(-1)?.role).toBe('note');
  });

  it('refuses a message without words, an unknown mode and an unknown ticket', async () => {
    const { id } = await firstTicket();
    expect((await post(id, { html: '<p>&nbsp;</p>', mode: 'public' })).status).toBe(422);
    expect((await post(id, { html: '<p>Hello</p>', mode: 'loud' })).status).toBe(422);
    expect((await post('99999', { html: '<p>Hello</p>', mode: 'public' })).status).toBe(404);
    expect(helpdesk.sent(id)).toEqual([]);
  });

  it('never tells the page which articles are expected', async () => {
    expect(await firstTicket()).not.toHaveProperty('expected');
  });

  it('serves the page and its files under a policy that refuses inline script and style', async () => {
    const page = await get('/tickets/1001');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
    const addresses = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\/assets\//);
      expect((await get(address)).status).toBe(200);
    }
  });

  it('answers 404 for what is not there, and leads the bare address to the list', async () => {
    for (const path of ['/kb/no-such-article', '/assets/none.js', '/media/none.svg', '/media/..%2fx.svg', '/tickets/x'])
      expect((await get(path)).status, path).toBe(404);
    expect((await get('/')).headers.get('location')).toBe('/tickets');
  });
});

describe('an article file', () => {
  it('is taken apart, quoted title or not', () => {
    const source =
      '---\nid: fair-use\ntitle: "Fair use: what it means"\nlanguage: en\nvisibility: internal\n---\n\nText\n';
    expect(parseArticle(source)).toEqual({
      id: 'fair-use',
      title: 'Fair use: what it means',
      language: 'en',
      visibility: 'internal',
      updated: '',
      markdown: '\nText\n',
    });
    expect(parseArticle('no front matter')).toBeUndefined();
  });
});

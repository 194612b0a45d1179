// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { builtInAdapters, genericAdapter } from '#lib/crm/adapters.ts';
import { readPage } from '#lib/crm/read-page.ts';

afterEach(() => vi.restoreAllMocks());

/** jsdom has no layout: an element is as large as its `data-size` says. */
function show(body: string, title = ''): Document {
  document.documentElement.innerHTML = `<head><title>${title}</title></head><body>${body}</body>`;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [width = 0, height = 0] = (this.getAttribute('data-size') ?? '').split('x').map(Number);
    return { width, height } as DOMRect;
  });
  return document;
}

const story = 'My internet goes off every evening between seven and nine, then it comes back by itself. '.repeat(3);
const desk = `<header><h1>Your tickets</h1><input type="search"></header>
  <nav><a href="/x">Other ticket about a refund that must not be read</a></nav>
  <main><h2>Internet goes off</h2><section><p>${story}</p><p>See <a href="/kb/7">this</a>.</p></section>
    <div class="reply"><textarea data-size="900x500" placeholder="Search articles"></textarea>
      <div contenteditable="true" data-size="600x200"><p>draft so far</p></div><button>Send</button></div></main>`;

const read = (url: string) => readPage(builtInAdapters, genericAdapter, document, url);

describe('a page that no adapter knows', () => {
  it('takes the largest editor that is not for searching, and the words around it', () => {
    show(desk, '#12 Internet goes off - Desk');
    const result = read('https://desk.example/app/cases/12?tab=1');
    if (!result.ok) throw new Error(result.reason);
    const { ticket, live } = result.value;
    expect(result.adapter.id).toBe('generic');
    expect(live.composer?.getAttribute('data-size')).toBe('600x200');
    expect(live.composerFormat).toBe('html');
    expect(live.sendControls.map(({ textContent }) => textContent)).toEqual(['Send']);
    expect(ticket).toMatchObject({ id: '12', subject: 'Internet goes off', isComplete: false, composerMode: 'public' });
    expect(ticket.messages).toHaveLength(1);
    const [message] = ticket.messages;
    expect(message?.role).toBe('customer');
    expect(message?.text).toContain('comes back by itself');
    expect(message?.text).not.toMatch(/draft so far|must not be read/);
    expect(message?.links).toEqual(['https://desk.example/kb/7']);
  });

  it.each([
    ['https://desk.example/inbox/123/conversation/456', '456'],
    ['https://desk.example/ticket?id=AB-12', 'AB-12'],
    ['https://desk.example/#ticket/99', '99'],
    ['https://desk.example/inbox/welcome', '/inbox/welcome'],
  ])('%s is ticket %s', (url, id) => {
    show(desk);
    const result = read(url);
    expect(result.ok && result.value.ticket.id).toBe(id);
  });

  it('is none without a field large enough to write a reply in', () => {
    show('<main><p>An article</p><textarea data-size="200x20"></textarea></main>');
    expect(read('https://blog.example/a')).toEqual({ ok: false, reason: 'not-ready' });
  });

  it('writes plain text into a plain field', () => {
    show(`<main><p>${story}</p><form><textarea name="comment" data-size="600x120"></textarea></form></main>`);
    const result = read('https://forum.example/t/5');
    expect(result.ok && result.value.live.composerFormat).toBe('text');
  });
});

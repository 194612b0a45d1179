import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { installSpy } from './spy-script.ts';

/** Markup that runs if anybody ever parses it: a ticket field or an article says so by name. */
export function scriptIn(place: string): string {
  const run = `window.spy.ran.push('${place}')`;
  return `<script>${run}</script><img src="x:" onerror="${run}"><svg onload="${run}"></svg><a href="javascript:${run}">x</a>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const ticket = `
  <main id="helpdesk-root">
    <section data-test-id="ticket-pane-1" data-active="true">
      <h1 data-test-id="ticket-subject">Router blinks red ${escaped(scriptIn('subject'))}</h1>
      <p data-test-id="ticket-requester">Ana ${escaped(scriptIn('requester'))}</p>
      <p data-test-id="ticket-status">open ${escaped(scriptIn('status'))}</p>
      <p data-test-id="ticket-tag">${escaped(scriptIn('tag'))}</p>
      <div data-test-id="thread" aria-busy="false">
        <article data-test-id="message" data-message-id="1" data-author-type="end-user">
          <b data-test-id="message-author">Ana ${escaped(scriptIn('author'))}</b>
          <div data-test-id="message-body">My router blinks red and the broadband drops. ${escaped(scriptIn('body'))}
            <a href="https://kb.example/${escaped(scriptIn('link'))}">the page I tried</a></div>
        </article>
      </div>
      <div data-test-id="composer" data-channel="public">
        <div data-test-id="composer-rich-text" contenteditable="true" style="min-height: 80px; width: 400px"><p><br></p></div>
        <button type="button" data-test-id="composer-send">Send</button>
      </div>
    </section>
  </main>`;

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title><link rel="icon" href="data:,">
    <script>(${installSpy})()</script></head><body>${body}</body></html>`;
}

export interface HostileDesk {
  readonly port: number;
  close(): Promise<void>;
}

/** A helpdesk that spies on whoever helps its agents: `/tickets/1` is a ticket, any other address is none. */
export async function startHostileDesk(): Promise<HostileDesk> {
  const server = createServer((request, response) => {
    const isTicket = request.url?.startsWith('/tickets/1') ?? false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(page(isTicket ? ticket : '<h1>Nothing here</h1><p>A page like any other.</p>'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Adapter, adapterSchema } from '#lib/crm/adapter.ts';
import { builtInAdapters } from '#lib/crm/adapters.ts';
import { type ReadResult, type ReadTicket, readTicket } from '#lib/crm/read-ticket.ts';
import { loadPage } from '#test/crm/load-page.ts';

function adapterNamed(id: string): Adapter {
  const found = builtInAdapters.find((adapter) => adapter.id === id);
  if (!found) throw new Error(`no adapter ${id}`);
  return found;
}

function readOk(result: ReadResult): ReadTicket {
  if (!result.ok) throw new Error(`no ticket: ${result.reason}`);
  return result.value;
}

const RT = 'http://127.0.0.1:8101/Ticket';
const readRt = (page: string, path: string) =>
  readOk(readTicket(adapterNamed('rt5'), loadPage('rt5', page), RT + path));
const readRedmine = (page: string, path: string) =>
  readOk(readTicket(adapterNamed('redmine'), loadPage('redmine', page), `http://127.0.0.1:8104${path}`));

describe('Request Tracker 5, reading page', () => {
  it('reads fields and the four messages with their roles', () => {
    const { ticket, live } = readRt('display-1', '/Display.html?id=1');
    expect(ticket).toMatchObject({
      id: '1',
      subject: 'Charged twice for order 48213',
      requester: 'Marta Nowak <marta.nowak@customer.example>',
      status: 'open',
      tags: ['billing', 'duplicate-charge', 'refund'],
      composerMode: 'public',
      isComplete: true,
    });
    expect(ticket.messages.map(({ role }) => role)).toEqual(['customer', 'note', 'agent', 'customer']);
    expect(ticket.messages.map(({ author }) => author)[1]).toBe('agent (Alex Agent)');
    expect(live.composer).toBeNull();
    expect(live.opener?.getAttribute('href')).toContain('Update.html?id=1');
  });

  it('keeps paragraphs apart and leaves the folded quote and its introduction out', () => {
    const { messages } = readRt('display-1', '/Display.html?id=1').ticket;
    expect(messages[0]?.text.split('\n')).toHaveLength(5);
    expect(messages[3]?.text).toBe(
      'Yes, both say 3 March. My bank says only the shop can give it back.\nWhen will I have the money?',
    );
  });

  it('reads a plain-text mail line by line', () => {
    const [message, ...more] = readRt('display-4', '/Display.html?id=4').ticket.messages;
    expect(more).toEqual([]);
    expect(message?.role).toBe('customer');
    expect(message?.text.split('\n')).toEqual([
      'Hello,',
      expect.stringContaining('upstairs the Wi-Fi drops to 4 Mbps'),
      expect.stringContaining('do I need a booster?'),
      'Thanks,',
      'Priya Raman',
      '--',
      'Sent from my phone',
    ]);
  });

  it('turns a thread that is shown newest first', () => {
    const page = loadPage('rt5', 'display-1');
    const items = [...page.querySelectorAll('.transaction')];
    for (const item of items) item.parentElement?.prepend(item);
    const { ticket } = readOk(readTicket(adapterNamed('rt5'), page, `${RT}/Display.html?id=1`));
    expect(ticket.messages.map(({ id }) => id)).toEqual(['44', '46', '47', '50']);
  });
});

describe('Request Tracker 5, reply page', () => {
  it('finds the editor inside its frame and the send button, and says that the thread is elsewhere', () => {
    const { ticket, live } = readRt('update-1', '/Update.html?Action=Respond;id=1');
    expect(ticket).toMatchObject({ id: '1', subject: 'Charged twice for order 48213', status: 'open', messages: [] });
    expect(ticket.isComplete).toBe(false);
    expect(adapterNamed('rt5').carriesThread).toBe(true);
    expect(live.composer?.tagName).toBe('BODY');
    expect(live.composer?.ownerDocument).not.toBe(document);
    expect(live.composerFormat).toBe('html');
    expect(live.sendControls.map((control) => control.getAttribute('name'))).toEqual(['SubmitTicket']);
  });

  it.each([
    ['update-1', 'public'],
    ['update-note-1', 'internal'],
  ])('%s is %s', (page, mode) => {
    expect(readRt(page, '/Update.html?id=1').ticket.composerMode).toBe(mode);
  });

  it('takes the id from the form where the address has none', () => {
    expect(readRt('update-1', '/Update.html').ticket.id).toBe('1');
  });
});

describe('Redmine', () => {
  it('reads the description and the notes with their roles', () => {
    const { ticket, live } = readRedmine('issue-1', '/issues/1');
    expect(ticket).toMatchObject({
      id: '1',
      subject: 'Charged twice for order 48213',
      requester: 'Marta Nowak',
      status: 'New',
      composerMode: 'public',
      isComplete: true,
    });
    expect(ticket.messages.map(({ role }) => role)).toEqual(['customer', 'note', 'agent', 'customer']);
    expect(live.composer).toBeNull();
    expect(live.opener?.className).toContain('icon-edit');
    expect(live.sendControls).toEqual([]);
  });

  it('finds the notes field and the button once the form is open, and the links of the thread', () => {
    const { ticket, live } = readRedmine('issue-5-edit', '/issues/5');
    expect(live.composer?.getAttribute('id')).toBe('issue_notes');
    expect(live.composerFormat).toBe('textile');
    expect(live.sendControls.map((control) => control.getAttribute('name'))).toEqual(['commit']);
    expect(ticket.messages.flatMap(({ links }) => links)).toEqual(['https://help.larkfield.example/bills']);
  });

  it('sees a private note being written', () => {
    const page = loadPage('redmine', 'issue-5-edit');
    page.querySelector<HTMLInputElement>('input[type="checkbox"]#issue_private_notes')?.click();
    const { ticket } = readOk(readTicket(adapterNamed('redmine'), page, 'http://127.0.0.1:8104/issues/5'));
    expect(ticket.composerMode).toBe('internal');
  });
});

/** A made-up CRM with every hazard in one page. */
const hostile: Adapter = adapterSchema.parse({
  id: 'hostile',
  name: 'Hostile',
  version: 1,
  urlPatterns: ['^/tickets/'],
  activeRoot: ['[data-ticket="{ticketId}"]'],
  piercesShadow: true,
  ticketId: { url: ['/tickets/([^/?#]+)'], dom: [] },
  subject: ['input.subject@value'],
  requester: ['.who'],
  status: [],
  tags: ['.tag'],
  messages: {
    item: ['.message', '.event'],
    id: ['@data-id'],
    author: ['.by'],
    body: ['iframe >> body', '.body'],
    strip: ['.signature'],
    noteIf: ['.is-note'],
    systemIf: ['.event'],
    customerIf: ['.left'],
    agentIf: ['.right'],
    authorIsRequester: false,
    partialIf: ['.load-more'],
  },
  composer: {
    field: ['.editor'],
    internalIf: ['.internal'],
    strategies: ['exec'],
    format: 'text',
    before: [],
  },
  send: ['.send'],
  carriesThread: false,
});

function hostilePage(): Document {
  document.documentElement.innerHTML = `<body>
    <img name="querySelectorAll"><img name="querySelector"><img name="body">
    <form data-ticket="7"><input class="subject" value="Other ticket"><div class="message left"><p class="body">other</p></div></form>
    <form data-ticket="8"><input name="id"><input name="querySelectorAll"><input name="getAttribute"><input name="nodeType">
      <input class="subject" value="  This   ticket "><div class="who">Ana</div><span class="tag">a</span><span class="tag">a</span>
      <div class="message left" data-id="1"><span class="by">Ana</span><div class="body"><p>One<br>two</p><p>three <a href="/kb/1">link</a></p>
        <p class="signature">Ana, boss</p><script>no()</script></div></div>
      <div class="message left is-note" data-id="2"><div class="body">note</div></div>
      <div class="event left" data-id="3"><div class="body">moved</div></div>
      <div class="message right" data-id="4"><iframe></iframe><div class="body">not this</div></div>
      <div id="host"></div>
    </form></body>`;
  const frame = document.querySelectorAll.call(document, 'iframe')[0] as HTMLIFrameElement;
  if (frame.contentDocument) frame.contentDocument.body.innerHTML = '<pre>line 1\nline 2</pre>';
  const shadow = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'open' });
  shadow.innerHTML = '<div class="editor" contenteditable></div><div class="send">Send</div>';
  return document;
}

describe('hazards', () => {
  const read = (id: string) => readTicket(hostile, hostilePage(), `https://crm.example/tickets/${id}?x=1`);

  it('reads the ticket of the address among several, clobbered names or not', () => {
    const { ticket } = readOk(read('8'));
    expect(ticket).toMatchObject({ id: '8', subject: 'This ticket', requester: 'Ana', tags: ['a'] });
    expect(ticket.messages.map(({ id, role, text }) => [id, role, text])).toEqual([
      ['1', 'customer', 'One\ntwo\nthree link'],
      ['2', 'note', 'note'],
      ['3', 'system', 'moved'],
      ['4', 'agent', 'line 1\nline 2'],
    ]);
    expect(ticket.messages[0]?.links).toEqual(['https://crm.example/kb/1']);
  });

  it('looks into open shadow roots for the editor and the button', () => {
    const { live } = readOk(read('8'));
    expect(live.composer?.className).toBe('editor');
    expect(live.sendControls).toHaveLength(1);
  });

  it('changes nothing on the page', () => {
    const before = hostilePage().documentElement.outerHTML;
    readTicket(hostile, document, 'https://crm.example/tickets/8');
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('says so where only part of the thread is shown', () => {
    const page = hostilePage();
    page.getElementById('host')?.insertAdjacentHTML('beforebegin', '<button class="load-more">More</button>');
    expect(readOk(readTicket(hostile, page, 'https://crm.example/tickets/8')).ticket.isComplete).toBe(false);
  });

  it.each([
    ['https://crm.example/other/8', 'other-url'],
    ['file:///tickets/8', 'other-url'],
    ['https://crm.example/tickets/', 'no-id'],
    ['https://crm.example/tickets/9', 'no-root'],
    ['https://crm.example/tickets/9"]%20*,%20["', 'no-root'],
  ])('%s: %s', (url, reason) => {
    expect(readTicket(hostile, hostilePage(), url)).toEqual({ ok: false, reason });
  });

  it("leaves another product's page with the same address alone", () => {
    document.documentElement.innerHTML = '<body><div id="content"><h3>Issue</h3></div></body>';
    expect(readTicket(adapterNamed('redmine'), document, 'https://git.example/a/b/issues/5')).toEqual({
      ok: false,
      reason: 'other-page',
    });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '#test/e2e/driver/browser.ts';
import { browserUnderTest } from '#test/e2e/driver/browser-under-test.ts';
import type { Page } from '#test/e2e/driver/page.ts';
import { importFiles } from '#test/e2e/fixture/import-files.ts';
import { cardPart, hostSelector, inOverlay, parts } from '#test/e2e/fixture/overlay-parts.ts';
import { type GrantedRelease, grantRelease } from './granted-release.ts';
import { type HostileDesk, scriptIn, startHostileDesk } from './hostile-desk.ts';

const canary = 'Zyzzogeton';
const field = '[data-test-id="composer-rich-text"]';
const articles = [
  {
    id: 'secret',
    title: `Router blinks red ${canary}title`,
    body: `<p>When the router blinks red, ${canary}body is what the line team alone may know.</p>${scriptIn('article')}`,
    visibility: 'internal',
    url: 'https://kb.example/secret',
  },
  {
    id: 'open',
    title: 'Broadband drops every evening',
    body: `<p>Restart the router when the broadband drops.</p>${scriptIn('public article')}<ol><li>Pull the plug. ${scriptIn('step')}</li></ol>`,
    visibility: 'public',
    url: 'https://kb.example/open',
  },
];

let release: GrantedRelease;
let desk: HostileDesk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [release, desk] = await Promise.all([grantRelease(browserUnderTest), startHostileDesk()]);
  browser = await openBrowser(browserUnderTest, { build: 'release', extensionDir: release.dir, locale: 'en-US' });
  await importFiles(browser, [{ name: 'articles.json', text: JSON.stringify(articles) }], articles.length);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await release?.remove();
});
beforeEach(async () => {
  page = await browser.newPage(`http://127.0.0.1:${desk.port}/tickets/1`);
  await page.waitFor(parts.card);
  await page.evaluate(() => {
    window.spy.isArmed = true;
  });
});
afterEach(() => page?.close());

/** Number of the card whose title holds these words, from 1. */
async function cardOf(words: string): Promise<number> {
  const titles = await page.texts(parts.cardTitle);
  const number = titles.findIndex((title) => title.includes(words)) + 1;
  if (number === 0) throw new Error(`no card "${words}" among ${titles.join(', ')}`);
  return number;
}

/** The ways by which the page learnt, or can read now, the words that it must not. */
function leaks(): Promise<string[]> {
  return page.evaluate((words) => {
    window.spy.isArmed = false;
    const read = Object.entries(window.spy.probe()).flatMap(([way, text]) => (text.includes(words) ? [way] : []));
    const heard = window.spy.heard.filter((text) => text.includes(words)).map((text) => `heard: ${text}`);
    window.spy.isArmed = true;
    return [...read, ...heard];
  }, canary);
}

const reply = () => page.text(field);
const ran = () => page.evaluate(() => window.spy.ran.join(', '));

describe(`a hostile page in ${browserUnderTest}`, () => {
  test.skipIf(browserUnderTest === 'firefox')(
    'reads nothing of an internal article, shown, opened, searched for or pointed at',
    async () => {
      const secret = await cardOf(canary);
      await page.click(cardPart(secret, 'card-title'));
      await page.waitFor(inOverlay('.body'));
      expect((await page.texts(inOverlay('.body'))).join()).toContain(`${canary}body`);
      await page.hover(inOverlay('.body p'));
      await page.click(cardPart(secret, 'card-menu'));
      await page.waitFor(parts.openMenu);
      await page.press('Escape');
      await page.click(parts.search);
      await page.type(canary);
      await page.waitFor(inOverlay('.cards[aria-busy="false"]'));
      expect(await leaks()).toEqual([]);
      expect(await page.evaluate(() => window.spy.strangeKeys)).toBe(0);
      expect(await page.evaluate(() => [...document.documentElement.children].map((node) => node.shadowRoot))).toEqual([
        null,
        null,
        null,
      ]);
    },
  );

  test.skipIf(browserUnderTest === 'firefox')(
    'reads nothing by selecting all, or of what the agent selects',
    async () => {
      const secret = await cardOf(canary);
      await page.click(cardPart(secret, 'card-title'));
      await page.waitFor(inOverlay('.body'));
      const box = await page.box(inOverlay('.body p'));
      if (!box) throw new Error('the article is not drawn');
      for (let presses = 0; presses < 3; presses++) await page.clickAt(box.x + 40, box.y + 10);
      expect(await leaks()).toEqual([]);
      await page.evaluate(() => document.execCommand('selectAll'));
      expect(await leaks()).toEqual([]);
    },
  );

  // A closed root is privacy, not a wall: both browsers let find() look into it. Firefox then selects what it found, and
  // names inner elements in `originalTarget` and `rangeParent` of every press. The next test holds what is left to hold.
  test('a limit: finds out whether words it names are in sight, and in Firefox gets at what it found', async () => {
    const isFound = await page.evaluate((words) => {
      getSelection()?.removeAllRanges();
      return (window as unknown as { find(text: string, ...rest: boolean[]): boolean }).find(words, false, false, true);
    }, `${canary}title`);
    expect(isFound).toBe(true);
    const selected = ['selected text', 'selected nodes', 'selected range'];
    expect(await leaks()).toEqual(browserUnderTest === 'firefox' ? selected : []);
  });

  test('drives nothing even with elements of our root in its hands', async () => {
    const forge = (elements: Element[]) => {
      const at = { bubbles: true, composed: true, cancelable: true, view: window };
      for (const element of elements) {
        (element as HTMLElement).click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          element.dispatchEvent(new MouseEvent(type, at));
        for (const key of ['Enter', ' ', '?', 'ArrowDown'])
          for (const type of ['keydown', 'keypress', 'keyup'])
            element.dispatchEvent(new KeyboardEvent(type, { ...at, key }));
        if (element instanceof HTMLInputElement) element.value = 'router';
        for (const type of ['input', 'change', 'submit']) element.dispatchEvent(new Event(type, at));
      }
    };
    await page.read(inOverlay('button, input, [tabindex], li, a'), forge);
    // Answered by the page's own turn of work after all of those events.
    await page.click(cardPart(await cardOf('Broadband'), 'card-title'));
    await page.waitFor(inOverlay('.body'));
    expect(await reply()).toBe('');
    expect(await page.texts(parts.toast)).toEqual([]);
    expect(await page.count(parts.shortcuts)).toBe(0);
    expect(await page.count(inOverlay('.body'))).toBe(1);
    expect(await page.count(parts.card)).toBe(2);
  });

  test('reads nothing of an internal article that is shown, as long as nobody points at it', async () => {
    await cardOf(canary);
    await page.evaluate(() => document.execCommand('selectAll'));
    expect(await leaks()).toEqual([]);
  });

  test('has its traps sprung by nothing of ours', async () => {
    await page.click(cardPart(await cardOf(canary), 'card-title'));
    await page.waitFor(inOverlay('.body'));
    await page.click(cardPart(1, 'card-menu'));
    await page.press('Escape');
    await page.click(parts.search);
    await page.type('router');
    await page.waitFor(inOverlay('.cards[aria-busy="false"]'));
    expect(await page.evaluate(() => window.spy.sprung)).toEqual([]);
  });

  test('drives nothing by events of its own', async () => {
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const at = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: innerWidth - 200,
        clientY: 300,
        view: window,
      };
      for (const target of [host, document, window, document.body]) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick'])
          target.dispatchEvent(new MouseEvent(type, { ...at, detail: 1 }));
        for (const type of ['keydown', 'keypress', 'keyup'])
          for (const key of ['Enter', ' ', 'Tab', 'ArrowDown', 'Escape', 'Y', 'A', 'L'])
            target.dispatchEvent(new KeyboardEvent(type, { ...at, key, altKey: true, shiftKey: true }));
        for (const type of ['focus', 'focusin', 'toggle', 'beforeinput', 'input', 'paste', 'submit', 'command'])
          target.dispatchEvent(new Event(type, at));
      }
      host.focus();
      host.click();
    });
    expect(await reply()).toBe('');
    expect(await page.texts(parts.toast)).toEqual([]);
    expect(await page.count(inOverlay('.body'))).toBe(0);
    expect(await page.box(parts.panel)).not.toBeNull();
  });

  test('forges no message or event of a framework that takes us away', async () => {
    await page.evaluate((url) => {
      const id = new URL(url).host;
      const names = ['wxt:content-script-started', 'wxt:locationchange', `${id}:ticket:wxt:content-script-started`];
      for (const name of names) {
        for (const target of [document, window])
          target.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'ticket', messageId: '1' } }));
        window.postMessage({ type: name, contentScriptName: 'ticket', messageId: '1' }, '*');
      }
      window.postMessage({ push: 'access-revoked' }, '*');
      window.postMessage({ push: 'command', command: 'insert-answer' }, '*');
    }, browser.extensionUrl(''));
    await page.click(cardPart(await cardOf('Broadband'), 'card-title'));
    await page.waitFor(inOverlay('.body'));
    expect(await reply()).toBe('');
  });

  test.each([
    ['opacity', '0.01'],
    ['visibility', 'hidden'],
    ['filter', 'opacity(0.01)'],
    ['clip-path', 'inset(0 0 0 99%)'],
    ['mask-image', 'linear-gradient(transparent, transparent)'],
  ])('gets no press of the agent while its %s hides us', async (property, value) => {
    const insert = await page.box(cardPart(await cardOf('Broadband'), 'insert-answer'));
    if (!insert) throw new Error('no insert button');
    await page.evaluate(
      ([name, hidden]) => document.documentElement.style.setProperty(name as string, hidden as string, 'important'),
      [property, value],
    );
    await page.clickAt(insert.x + insert.width / 2, insert.y + insert.height / 2);
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
    await page.click(cardPart(await cardOf('Broadband'), 'card-title'));
    await page.waitFor(inOverlay('.body'));
    expect(await reply()).toBe('');
  });

  test('cannot move, shrink or restyle us by its own style sheet', async () => {
    const before = await page.box(parts.panel);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent =
        '* { position: absolute !important; opacity: 0 !important; display: none !important; transform: scale(0) !important }' +
        'html, body { display: block !important; opacity: 1 !important; transform: none !important; position: static !important }';
      document.head.appendChild(style);
    });
    // It may grow where the reply it kept clear of is gone.
    expect(await page.box(parts.panel)).toMatchObject({ x: before?.x, y: before?.y, width: before?.width });
  });

  test('sees no script of a ticket or an article run, also when an answer is inserted', async () => {
    const open = await cardOf('Broadband');
    await page.click(cardPart(open, 'card-title'));
    await page.waitFor(inOverlay('.body'));
    expect(await page.count(inOverlay('script, img, svg[onload], a[href^="javascript:"]'))).toBe(0);
    await page.click(cardPart(open, 'insert-answer'));
    await page.waitFor(parts.toast);
    expect(await reply()).toContain('Restart the router');
    const written = await page.read(field, ([element]) => element?.innerHTML ?? '');
    expect(written).not.toMatch(/<script|onerror|onload|javascript:/i);
    expect(await ran()).toBe('');
    expect(page.errors).toEqual([]);
  });

  test('gets an internal article only after the agent said so twice', async () => {
    await page.click(cardPart(await cardOf(canary), 'insert-answer'));
    await page.waitFor(parts.caution);
    expect(await leaks()).toEqual([]);
    await page.click(parts.insertAnyway);
    await page.waitFor(parts.toast);
    expect(await reply()).toContain(`${canary}body`);
  });

  test('brings our element back to nobody by removing it', async () => {
    await page.read(hostSelector, ([host]) => host?.remove());
    expect(await leaks()).toEqual([]);
    expect(await reply()).toBe('');
  });
});

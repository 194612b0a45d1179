import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '#test/e2e/driver/browser.ts';
import { waitUntil } from '#test/e2e/driver/wait-until.ts';
import { coveredParts } from './fixture/covered.ts';
import { desk, type OpenDesk, openDesk } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { parts } from './fixture/overlay-parts.ts';

const lines = 14;
let browser: Browser;
let open: OpenDesk;
beforeAll(async () => {
  browser = await openLoadedBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  open = await openDesk(browser);
});
afterEach(() => open.close());

/** The panel has taken its place, and that is over nothing it must not cover. */
async function expectClear(): Promise<void> {
  const isClear = async () => (await coveredParts(open.page))?.length === 0;
  await waitUntil('the panel to make room', isClear).catch(() => undefined);
  expect(await coveredParts(open.page)).toEqual([]);
}

/** The reply over the whole height of the ticket, as some helpdesks offer it. */
function setWholeHeight(isWhole: boolean): Promise<void> {
  const set = (elements: Element[], isOn: boolean) => {
    for (const element of elements) {
      const { style } = element as HTMLElement;
      if (element.matches('.thread, .ticket-head')) style.setProperty('display', isOn ? 'none' : '');
      else style.setProperty(element.matches('[contenteditable]') ? 'height' : 'max-height', isOn ? '80vh' : '');
    }
  };
  const pane = '[data-active="true"]';
  return open.page.read(`${pane} :is(.thread, .ticket-head, .rich-field, .rich-field > *)`, set, isWhole);
}

test.each([
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
  { width: 900, height: 600 },
  { width: 700, height: 500 },
])('at $width x $height nothing covers the reply, its caret or Send', async ({ width, height }) => {
  const { page } = open;
  await page.setViewport({ width, height });
  await open.openTicket('1001');
  await expectClear();
  expect(await page.box(parts.panel)).not.toBeNull();

  await page.click(`${desk.field} > p:first-child`);
  await expectClear();
  for (let line = 0; line < lines; line += 1) {
    await page.type(`Line ${line}`);
    await page.press('Enter');
    expect(await coveredParts(page)).not.toContain('caret');
  }
  await expectClear();

  await page.click(parts.collapse);
  await page.waitFor(parts.tab);
  await expectClear();
  await page.click(parts.tab);
  await page.waitFor(parts.panel);
  await expectClear();
  await open.send('1001');
  await expectClear();
});

test('where the reply takes the whole height it is a tab, and a panel again once there is room', async () => {
  const { page } = open;
  await open.openTicket('1001');
  await page.setViewport({ width: 700, height: 500 });
  await page.click(`${desk.field} > p:first-child`);
  await setWholeHeight(true);
  await page.waitFor(parts.tab);
  await expectClear();
  // Opening it gives it no room: it stays a tab, and does not take the focus later, when there is some.
  await page.click(parts.tab);
  await page.click(`${desk.field} > p:first-child`);
  await setWholeHeight(false);
  await page.waitFor(parts.panel);
  await expectClear();
  await page.type('Hello');
  expect(await open.reply()).toMatch(/^Hello/);
});

test('follows a window that shrinks and grows', async () => {
  const { page } = open;
  await open.openTicket('1001');
  for (const viewport of [
    { width: 700, height: 500 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewport(viewport);
    await waitUntil('the panel at its edge', async () => {
      const box = await page.box(parts.panel);
      return box && viewport.width - box.x - box.width === 8;
    });
    await expectClear();
  }
});

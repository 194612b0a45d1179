import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleLine, makeArticles } from '#test/bench/make-articles.ts';
import { type Browser, openBrowser } from './driver/browser.ts';
import { browserUnderTest } from './driver/browser-under-test.ts';
import { findAxeViolations } from './driver/find-axe-violations.ts';
import type { Page } from './driver/page.ts';
import { waitUntil } from './driver/wait-until.ts';

const IMPORT_INPUT = '.drop input[type=file]:not([webkitdirectory])';
const RESTORE_INPUT = 'main input[accept=".jsonl"]';
const SECTIONS = ['first-steps', 'articles', 'sites', 'activity', 'backup', 'language'];

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Gives files to a picker's input as the person's choice in the picker would. */
function giveFiles(page: Page, selector: string, files: readonly NamedText[]): Promise<void> {
  return page.read(
    selector,
    ([input], given) => {
      const data = new DataTransfer();
      for (const { name, text } of given) data.items.add(new File([text], name));
      (input as HTMLInputElement).files = data.files;
      (input as HTMLInputElement).dispatchEvent(new Event('change', { bubbles: true }));
    },
    files,
  );
}

/** Keeps what the page hands to the downloads within the page. */
function catchDownloads(page: Page): Promise<void> {
  return page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function keep() {
      document.documentElement.dataset.download = `${this.download} ${this.href}`;
    };
  });
}

async function downloaded(page: Page): Promise<NamedText> {
  await page.waitFor('html[data-download]');
  return page.evaluate(async () => {
    const [name = '', href = ''] = (document.documentElement.dataset.download ?? '').split(' ');
    delete document.documentElement.dataset.download;
    return { name, text: await (await fetch(href)).text() };
  });
}

/** Two rows as a used card leaves them. */
function writeActivity(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('yesward');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('activity', 'readwrite');
          const rows = [
            { id: '1', at: 1_700_000_000_000, kind: 'answer-inserted', articleId: 'a', ticketHash: 'h' },
            { id: '2', at: 1_700_000_100_000, kind: 'flag-outdated', articleId: 'gone', ticketHash: 'h' },
          ];
          for (const row of rows) writing.objectStore('activity').put(row);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

const line = (id: string, title: string) => JSON.stringify({ id, title, body: `<p>About ${id}.</p>` });
const jsonl = (...lines: string[]): NamedText[] => [{ name: 'export.jsonl', text: `${lines.join('\n')}\n` }];

describe(`the options page in ${browserUnderTest}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(browserUnderTest);
    page = await browser.openExtensionPage('options.html');
  });
  afterAll(() => browser?.close());

  const goTo = async (section: string): Promise<void> => {
    await page.click(`nav a[href="#${section}"]`);
    await page.waitFor(`nav a[href="#${section}"][aria-current=page]`);
  };
  /** Loads the page anew: an address that differs in nothing but its section would not. */
  const openAgain = (section: string) => page.goto(browser.extensionUrl(`options.html?again=${section}#${section}`));
  const waitForArticles = (count: number) =>
    waitUntil(`${count} articles`, async () => (await page.texts('.figure'))[0] === `${count} articles`);

  it('opens with three steps and loads the sample articles', async () => {
    await page.waitFor('.steps');
    expect(await page.count('.steps h2')).toBe(3);
    expect(await page.count('.step.done h2')).toBe(1);
    await page.click('.step button');
    await page.waitFor('.step:first-child.done');
    await goTo('articles');
    await waitForArticles(10);
  });

  it('imports files, and updates what it imports again', async () => {
    await goTo('articles');
    await giveFiles(page, IMPORT_INPUT, jsonl(line('a', 'First'), line('b', 'Second')));
    await page.waitFor('.notice.info');
    expect(await page.text('.notice.info')).toBe('2 articles were imported. 10 others stay as they were.');
    await giveFiles(page, IMPORT_INPUT, [
      { name: 'b.md', text: '---\nid: b\n---\n# Second again\n\nText.' },
      { name: 'c.csv', text: 'id,title,body\nc,Third,Text\n' },
    ]);
    await page.waitFor(() => document.querySelector('.notice.info')?.textContent.includes('1 of them was updated'));
    await waitForArticles(13);
  });

  it('imports what is dropped on it', async () => {
    await goTo('articles');
    await page.read('.drop', ([target]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['# Second, dropped\n\nText.'], 'b.md'));
      for (const type of ['dragover', 'drop']) {
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    });
    await page.waitFor(() =>
      document.querySelector('.notice.info')?.textContent.startsWith('1 article was imported. 1 of them was updated.'),
    );
    await waitForArticles(13);
  });

  it('refuses a bad file with its line and field, and changes nothing', async () => {
    await goTo('articles');
    await giveFiles(page, IMPORT_INPUT, jsonl(line('d', 'Fourth'), '{"id":"e","body":"x","visibility":"secret"}', '{'));
    await page.waitFor('.notice.error');
    expect(await page.text('.notice.error')).toContain('3 problems. Nothing was changed.');
    expect(await page.texts('tbody td')).toEqual([
      ...['export.jsonl', '2', 'title', 'This field is missing or empty.'],
      ...['export.jsonl', '2', 'visibility', 'This must be public or internal.\nFound: secret'],
      ...['export.jsonl', '3', '–', expect.stringContaining('This is not valid JSON.')],
    ]);
    await waitForArticles(13);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('cancels an import and changes nothing', async () => {
    await goTo('articles');
    const text = Array.from(makeArticles(4_000), articleLine).join('\n');
    await giveFiles(page, IMPORT_INPUT, [{ name: 'many.jsonl', text }]);
    await page.waitFor('.work progress');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.click('.work button');
    await page.waitFor('.notice.warn');
    expect(await page.text('.notice.warn')).toBe('Cancelled. Nothing was changed.');
    await waitForArticles(13);
  });

  it('imports nothing while another tab is at it', async () => {
    const other = await browser.openExtensionPage('options.html');
    await other.evaluate(
      () =>
        new Promise<void>((held) => {
          void navigator.locks.request('yesward.page-work', () => {
            held();
            return new Promise(() => {});
          });
        }),
    );
    await giveFiles(page, IMPORT_INPUT, jsonl(line('z', 'Last')));
    await page.waitFor(() => document.querySelector('.notice.warn')?.textContent.startsWith('Another Yesward tab'));
    await other.close();
    await giveFiles(page, IMPORT_INPUT, jsonl(line('c', 'Third again')));
    await page.waitFor('.notice.info');
    await waitForArticles(13);
  });

  it('restores what it backed up, and refuses what is no backup', async () => {
    await goTo('backup');
    await catchDownloads(page);
    await page.click('button.primary');
    const backup = await downloaded(page);
    expect(backup.name).toMatch(/^yesward-backup-\d{4}-\d{2}-\d{2}\.jsonl$/);
    expect(
      backup.text
        .trimEnd()
        .split('\n')
        .filter((row) => row.startsWith('{"article"')),
    ).toHaveLength(13);

    await goTo('articles');
    await page.click('main > div > button.danger');
    await page.click('dialog button.danger');
    await page.waitForGone('.figure');

    await goTo('backup');
    const restore = async (file: NamedText): Promise<void> => {
      await giveFiles(page, RESTORE_INPUT, [file]);
      expect(await page.text('dialog p')).toContain(file.name);
      await page.click('dialog button.danger');
    };
    await restore({ name: 'cut.jsonl', text: backup.text.slice(0, -200) });
    await page.waitFor('.notice.error');
    expect(await page.text('.notice.error')).toContain('Nothing was changed.');
    await restore(backup);
    await page.waitFor('.notice.info');
    expect(await page.text('.notice.info')).toMatch(/^Restored: 13 articles\./);
    await goTo('articles');
    await waitForArticles(13);
  });

  it('says what it keeps, hands it out and erases it', async () => {
    await goTo('activity');
    expect(await page.text('.statement')).toContain('Yesward talks to no server.');
    expect(await page.read('main button', (all) => all.every((one) => (one as HTMLButtonElement).disabled))).toBe(true);
    await writeActivity(page);
    await openAgain('activity');
    await page.waitFor('td');
    expect(await page.texts('td:nth-child(n + 2)')).toEqual([
      ...['Flagged as outdated', 'gone (no longer stored)'],
      ...['Answer inserted', 'First'],
    ]);
    expect(await findAxeViolations(page)).toEqual([]);

    await catchDownloads(page);
    await page.click('main .row button:not(.danger)');
    const { name, text } = await downloaded(page);
    expect(name).toMatch(/^yesward-activity-\d{4}-\d{2}-\d{2}\.json$/);
    expect((JSON.parse(text) as { activity: unknown[] }).activity).toHaveLength(2);

    await page.click('main button.danger');
    await page.click('dialog button.danger');
    await page.waitForGone('table');
    expect(await page.texts('.notice')).toContain('2 rows were erased.');
  });

  it('refuses an address that is none', async () => {
    await goTo('sites');
    await page.click('form input');
    await page.type('my helpdesk');
    await page.press('Enter');
    expect(await page.text('form .notice.error')).toContain('not a web address');
  });

  it('takes a site away at once, or says why the browser keeps it', async () => {
    await goTo('sites');
    const count = await page.count('.lines li');
    await page.click('.lines li button');
    // Chromium never lets go of a site that stands in the manifest; in Firefox each is the person's to give and take.
    const isGone = browser.kind === 'firefox';
    const message = await page.text('.lines + .notice');
    expect(message).toContain(isGone ? 'http://*.test was removed.' : 'http://*.test can’t be removed');
    await waitUntil('the list', async () => (await page.count('.lines li')) === (isGone ? count - 1 : count));
  });

  it('is in the language chosen, without a reload, and remembers it', async () => {
    await goTo('language');
    await page.click('input[value=ro]');
    await page.waitFor('html[lang=ro]');
    expect(await page.text('h1')).toBe('Limbă');
    await openAgain('backup');
    await page.waitFor('html[lang=ro]');
    expect(await page.text('h1')).toBe('Copie de siguranță');
    await goTo('language');
    await page.click('input[value=en]');
    await page.waitFor('html[lang=en]');
  });

  it.each([480, 1280])('has no fault that axe finds, and fits, at %i pixels', async (width) => {
    await page.setViewport({ width, height: 800 });
    for (const section of SECTIONS) {
      await goTo(section);
      expect(await findAxeViolations(page), section).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, section).toBeLessThanOrEqual(0);
    }
  });

  it('has the popup say what page it is on', async () => {
    const popup = await browser.openExtensionPage('popup.html');
    // Opened in a tab, the popup is itself the page in front, which is none of the web's.
    expect(await popup.text('main')).toContain('This one belongs to the browser.');
    expect(await popup.text('main')).toContain('13 articles are ready.');
    expect(await findAxeViolations(popup)).toEqual([]);
    expect(popup.errors).toEqual([]);
    await popup.close();
  });

  it('has thrown nothing', () => {
    expect(page.errors).toEqual([]);
  });
});

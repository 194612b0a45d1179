import { describe, expect, test } from 'vitest';
import { setRedmineFormatting } from '#test/crm/redmine-formatting.ts';
import { cardPart, parts } from '#test/e2e/fixture/overlay-parts.ts';
import type { Page } from '../driver/page.ts';
import { waitUntil } from '../driver/wait-until.ts';
import { openCrm } from './crm-under-test.ts';
import { pressOnCard, searchFor, threeTitles, waitForActions } from './overlay-on-page.ts';

const underTest = openCrm('redmine');
const edit = '#content > .contextual:first-of-type a.icon-edit';
const notes = 'textarea#issue_notes';
const send = '#issue-form input[name="commit"]';

interface Flow {
  readonly ticket: number;
  readonly title: string;
  /** A step of the article whose answer goes in, and the article that is linked, by its place among the cards. */
  readonly step: string;
  readonly linked: { readonly card: number; readonly address: string };
  /** Whether the background is killed before each thing that needs it. */
  readonly isKilled: boolean;
}
const flows: readonly Flow[] = [
  {
    ticket: 4,
    title: 'Slow broadband: find out where the speed is lost',
    step: '# Stop downloads, cloud backups, consoles and streaming on all devices.',
    linked: { card: 3, address: '/kb/improve-wifi-coverage' },
    isKilled: false,
  },
  {
    ticket: 6,
    title: 'Moving home with Larkfield',
    step: '# On moving day take the router, power supplies and TV boxes with you.',
    linked: { card: 2, address: '/kb/keep-phone-number' },
    isKilled: true,
  },
];

/** The last note as Redmine draws it, after its own word that it was stored. */
async function lastNote(page: Page): Promise<{ items: number; links: string[]; text: string }> {
  await page.waitFor('#flash_notice');
  return page.read('#history .journal.has-notes .wiki', (bodies) => {
    const last = bodies.at(-1);
    const links = [...(last?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href') ?? '');
    return { items: last?.querySelectorAll('ol > li').length ?? 0, links, text: last?.textContent ?? '' };
  });
}

describe.each(flows)('issue $ticket, background killed: $isKilled', ({ ticket, title, step, linked, isKilled }) => {
  test('cards by themselves; what is inserted arrives in Redmine and is drawn as a list and a link', async () => {
    const { crm, browser, page } = underTest();
    const kill = () => (isKilled ? browser.killBackground() : Promise.resolve());

    await kill();
    await page.goto(crm.ticketUrl(ticket));
    const titles = await threeTitles(page);
    expect(titles[0]).toBe(title);
    await waitForActions(page, 'Copy answer');

    await page.click(edit);
    await page.waitFor(notes);
    await waitForActions(page, 'Insert answer');
    expect(await threeTitles(page)).toEqual(titles);
    await kill();
    await pressOnCard(page, 1, 'insert-answer', 'Answer inserted');
    await kill();
    await pressOnCard(page, linked.card, 'insert-link', 'Link inserted');

    const before = await crm.readBack(ticket);
    await kill();
    await page.click(send);
    const sent = await waitUntil(
      'the note in Redmine',
      async () => (await crm.readBack(ticket)).slice(before.length)[0] ?? null,
    );
    expect(sent).toContain(step);
    const shown = await lastNote(page);
    expect(shown.items).toBeGreaterThanOrEqual(3);
    expect(shown.links.some((address) => address.endsWith(linked.address))).toBe(true);
    // No mark of the source is left to read.
    expect(shown.text).not.toMatch(/":http|^#+ |\*\*|h[23]\. /m);
    expect(page.errors).toEqual([]);
  });
});

test('an internal article is stopped in a public note, not in a private one', async () => {
  const { crm, page } = underTest();
  await page.goto(crm.ticketUrl(5));
  await threeTitles(page);
  await page.click(edit);
  await waitForActions(page, 'Insert answer');
  await searchFor(page, 'goodwill credits approval', 'Goodwill credits');
  await page.click(cardPart(1, 'insert-answer'));
  await page.waitFor(parts.caution);
  const written = () => page.read(notes, ([field]) => (field as HTMLTextAreaElement).value);
  expect(await written()).toBe('');

  await page.press('Escape');
  await page.waitForGone(parts.caution);
  await page.click('#issue_private_notes');
  await pressOnCard(page, 1, 'insert-answer', 'Answer inserted');
  expect(await page.count(parts.caution)).toBe(0);
  // Sent too: Redmine asks before it lets a page with unsent words go.
  await page.click(send);
  await lastNote(page);
  expect(await page.count('#history .journal.private-notes')).toBe(1);
  expect((await crm.readBack(5)).at(-1)).toContain('goodwill');
});

describe.each(['markdown', 'common_mark'] as const)('Redmine set to %s', (format) => {
  test('gets Markdown, drawn as a list and a link', async () => {
    const { crm, page } = underTest();
    await setRedmineFormatting(crm.url, format);
    await page.goto(crm.ticketUrl(5));
    await threeTitles(page);
    await page.click(edit);
    await waitForActions(page, 'Insert answer');
    await pressOnCard(page, 1, 'insert-answer', 'Answer inserted');
    const written = await page.read(notes, ([field]) => (field as HTMLTextAreaElement).value);
    expect(written).toMatch(/^1\. \S/m);
    await page.click(send);
    const { items, links, text } = await lastNote(page);
    expect(items).toBeGreaterThanOrEqual(3);
    expect(links.some((address) => address.includes('/kb/'))).toBe(true);
    expect(text).not.toMatch(/\]\(http|^\d+\. |\*\*|^#+ |\\[.!*_-]/m);
  });
});

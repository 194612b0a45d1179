import { describe, expect, test } from 'vitest';
import { cardPart, inOverlay, parts } from '#test/e2e/fixture/overlay-parts.ts';
import { waitUntil } from '../driver/wait-until.ts';
import { openCrm } from './crm-under-test.ts';
import { pressOnCard, searchFor, threeTitles, waitForActions } from './overlay-on-page.ts';

const underTest = openCrm('rt5');
const editor = 'iframe.cke_wysiwyg_frame';
const send = 'input[name="SubmitTicket"]';

interface Flow {
  readonly ticket: number;
  readonly title: string;
  /** A step of the article whose answer goes in, and the article that is linked, by its place among the cards. */
  readonly step: string;
  readonly linked: { readonly card: number; readonly title: string; readonly address: string };
  /** Whether the background is killed before each thing that needs it. */
  readonly isKilled: boolean;
}
const flows: readonly Flow[] = [
  {
    ticket: 4,
    title: 'Slow broadband: find out where the speed is lost',
    step: 'Stop downloads, cloud backups, consoles and streaming on all devices.',
    linked: { card: 3, title: 'Get a better Wi-Fi signal around your home', address: '/kb/improve-wifi-coverage' },
    isKilled: false,
  },
  {
    ticket: 6,
    title: 'Moving home with Larkfield',
    step: 'On moving day take the router, power supplies and TV boxes with you.',
    linked: { card: 2, title: 'Keep your phone number when you join', address: '/kb/keep-phone-number' },
    isKilled: true,
  },
];

describe.each(flows)('ticket $ticket, background killed: $isKilled', ({ ticket, title, step, linked, isKilled }) => {
  test('cards on the reading page, the same on the reply page; what is inserted arrives in RT', async () => {
    const { crm, browser, page } = underTest();
    const kill = () => (isKilled ? browser.killBackground() : Promise.resolve());

    await page.goto(crm.ticketUrl(ticket));
    const titles = await threeTitles(page);
    expect(titles[0]).toBe(title);
    await waitForActions(page, 'Copy answer');

    await kill();
    await page.goto(crm.replyUrl(ticket));
    await page.waitFor(editor);
    expect(await threeTitles(page)).toEqual(titles);
    expect(await page.count('.transaction.message')).toBe(0);

    await waitForActions(page, 'Insert answer');
    await kill();
    await pressOnCard(page, 1, 'insert-answer', 'Answer inserted');
    await kill();
    await pressOnCard(page, linked.card, 'insert-link', 'Link inserted');

    const before = await crm.readBack(ticket);
    await kill();
    await page.click(send);
    await page.waitFor('.transaction.message');
    const sent = await waitUntil(
      'the reply in RT',
      async () => (await crm.readBack(ticket)).slice(before.length)[0] ?? null,
    );
    expect(sent).toContain(step);
    const shown = await page.read('.transaction.message', (messages) => {
      const last = messages.at(-1);
      const links = [...(last?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href') ?? '');
      return { items: last?.querySelectorAll('ol > li').length ?? 0, links };
    });
    expect(shown.items).toBeGreaterThanOrEqual(3);
    expect(shown.links.some((address) => address.endsWith(linked.address))).toBe(true);
    expect(page.errors).toEqual([]);
  });

  test('what was sent, as an answer or as a link, is known as sent when the ticket is read again', async () => {
    const { crm, page } = underTest();
    await page.goto(crm.ticketUrl(ticket));
    await threeTitles(page);
    const sent = await page.read(inOverlay('.badge.is-sent'), (badges) =>
      badges.map((badge) => badge.closest('li')?.querySelector('h3')?.textContent ?? ''),
    );
    expect(sent).toEqual([title, linked.title]);
  });
});

test('a copied answer can be pasted, where there is no reply field', async () => {
  const { crm, page } = underTest();
  await page.goto(crm.ticketUrl(5));
  const [title] = await threeTitles(page);
  expect(title).toMatch(/direct debit|refund/i);
  await pressOnCard(page, 1, 'insert-link', 'Copied');
  await page.click('#header-search input[name="q"], input[name="q"]');
  await page.press('Control+v');
  const pasted = await page.read('input[name="q"]', ([field]) => (field as HTMLInputElement).value);
  expect(pasted).toContain(title);
});

test('an internal article is stopped in a reply to the requester, not in a comment', async () => {
  const { crm, page } = underTest();
  await page.goto(crm.replyUrl(5));
  await threeTitles(page);
  await waitForActions(page, 'Insert answer');
  await searchFor(page, 'goodwill credits approval', 'Goodwill credits');
  await page.click(cardPart(1, 'insert-answer'));
  await page.waitFor(parts.caution);
  const written = () => page.read(editor, ([frame]) => (frame as HTMLIFrameElement).contentDocument?.body.textContent);
  expect(await written()).not.toContain('Goodwill');

  await page.goto(crm.replyUrl(5).replace('Action=Respond', 'Action=Comment'));
  await threeTitles(page);
  await waitForActions(page, 'Insert answer');
  await searchFor(page, 'goodwill credits approval', 'Goodwill credits');
  await pressOnCard(page, 1, 'insert-answer', 'Answer inserted');
  expect(await page.count(parts.caution)).toBe(0);
});

import { cardPart, hostSelector, inOverlay, parts } from '#test/e2e/fixture/overlay-parts.ts';
import type { Page } from '../driver/page.ts';
import { waitUntil } from '../driver/wait-until.ts';

/** Waits for three cards that came unasked and returns their titles, best first. */
export async function threeTitles(page: Page): Promise<string[]> {
  await page.waitFor(cardPart(3, 'card-title'));
  await page.waitFor(inOverlay('.cards[aria-busy="false"]'));
  return page.texts(parts.cardTitle);
}

/** Waits until every card's first action reads so: "Insert answer" beside an open reply, else "Copy answer". */
export async function waitForActions(page: Page, label: 'Insert answer' | 'Copy answer'): Promise<void> {
  const areSo = async () => {
    const labels = await page.texts(`${parts.card} [data-part="insert-answer"]`);
    return labels.length > 0 && labels.every((found) => found === label);
  };
  await waitUntil(`cards that offer "${label}"`, areSo);
}

/** Presses a card's button and waits until the overlay says what came of it, in a toast that starts so. */
export async function pressOnCard(
  page: Page,
  card: number,
  button: 'insert-answer' | 'insert-link',
  said: string,
): Promise<void> {
  await page.click(cardPart(card, button));
  await waitUntil(`a toast "${said}"`, async () => (await page.texts(parts.toast))[0]?.startsWith(said));
}

/** Searches in the panel and waits until the first result's title holds `title`. */
export async function searchFor(page: Page, words: string, title: string): Promise<void> {
  await page.click(parts.search);
  await page.type(words);
  const results = `${hostSelector} >>> .cards[aria-busy="false"] [data-part="card-title"]`;
  await waitUntil(`"${title}" to be found`, async () => (await page.texts(results))[0]?.includes(title));
}

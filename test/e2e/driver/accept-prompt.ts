import type { Display } from './display.ts';
import type { BrowserKind } from './extension-build.ts';
import { waitUntil } from './wait-until.ts';

/** How long a key may take to show. Chromium's buttons take none in the first half second, lest one meant for the page hits them. */
const patienceMs = 700;
/** How many looks in a row must agree before the screen counts as painted. */
const looks = 12;

/** The screen's picture once it no longer changes, if it is another one than `not`. */
async function settledPicture(display: Display, not?: string): Promise<string> {
  let last = '';
  let agreed = 0;
  return waitUntil('the screen to stand still', async () => {
    const picture = await display.picture();
    agreed = picture === last ? agreed + 1 : 0;
    last = picture;
    return agreed >= looks && picture !== not && picture;
  });
}

/** Presses a key, again if need be, until the screen is another than `picture`. */
async function pressUntilChanged(display: Display, key: string, picture: string): Promise<string> {
  await waitUntil(`the prompt to take ${key}`, async () => {
    await display.press(key);
    return waitUntil('a change', async () => (await display.picture()) !== picture, patienceMs);
  });
  return settledPicture(display, picture);
}

async function acceptInChromium(display: Display, ask: () => Promise<void>): Promise<void> {
  const before = await settledPicture(display);
  await ask();
  const prompt = await settledPicture(display, before);
  const onAllow = await pressUntilChanged(display, 'Tab', prompt);
  await pressUntilChanged(display, 'Return', onAllow);
}

async function acceptInFirefox(display: Display, ask: () => Promise<void>): Promise<void> {
  const isOpen = async () => (await display.windowTitles()).includes('Firefox');
  await ask();
  await waitUntil('the prompt', isOpen);
  await waitUntil('the prompt to take the answer', async () => {
    await display.press('alt+a');
    return waitUntil('the prompt to close', async () => !(await isOpen()), patienceMs);
  });
}

/**
 * Says yes to the browser's real prompt for an optional permission, with real keys. `ask` does what makes the browser
 * ask. In Chromium the page must stand still meanwhile; Firefox needs `realPrompts`.
 */
export async function acceptPrompt(kind: BrowserKind, display: Display, ask: () => Promise<void>): Promise<void> {
  return kind === 'chromium' ? acceptInChromium(display, ask) : acceptInFirefox(display, ask);
}

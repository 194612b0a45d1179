import type { Display, Picture } from './display.ts';
import type { BrowserKind } from './extension-build.ts';
import { waitUntil } from './wait-until.ts';

/** How long a key may take to show. Chromium's buttons take none in the first half second, lest one meant for the page hits them. */
const patienceMs = 700;
/** How many looks in a row must agree before the screen counts as painted. */
const looks = 12;

/** A place low in the page: Chromium darkens all of it behind its prompt. */
const place = { x: 700, y: 780 };
const colourOf = (picture: Picture) => picture.colourAt(place.x, place.y);

/** The screen's picture once it no longer changes, if it is one that `isMeant` takes. */
async function settledPicture(display: Display, isMeant: (picture: Picture) => boolean = () => true): Promise<Picture> {
  let last = '';
  let agreed = 0;
  return waitUntil('the screen to stand still', async () => {
    const picture = await display.look();
    agreed = picture.digest === last ? agreed + 1 : 0;
    last = picture.digest;
    return agreed >= looks && isMeant(picture) && picture;
  });
}

/** Presses a key, again if need be, until the screen shows what `isTaken` looks for. */
async function pressUntil(display: Display, key: string, isTaken: (picture: Picture) => boolean): Promise<void> {
  await waitUntil(`the prompt to take ${key}`, async () => {
    await display.press(key);
    return waitUntil('a change', async () => isTaken(await display.look()), patienceMs);
  });
}

async function acceptInChromium(display: Display, ask: () => Promise<void>): Promise<void> {
  const page = await settledPicture(display);
  await ask();
  const prompt = await settledPicture(display, (picture) => colourOf(picture) !== colourOf(page));
  await pressUntil(display, 'Tab', ({ digest }) => digest !== prompt.digest);
  await pressUntil(display, 'Return', (picture) => colourOf(picture) === colourOf(page));
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

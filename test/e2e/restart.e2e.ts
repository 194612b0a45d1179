import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { openBrowser } from '#test/e2e/driver/browser.ts';
import { browserUnderTest } from '#test/e2e/driver/browser-under-test.ts';
import { openDesk } from './fixture/desk.ts';
import { openLoadedBrowser } from './fixture/open-browser.ts';
import { cardPart, parts } from './fixture/overlay-parts.ts';

let profileDir: string;
beforeEach(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'yesward-profile-'));
});
afterEach(() => rm(profileDir, { recursive: true, force: true, maxRetries: 5 }));

test('after the browser was closed and opened again, the cards are there and go in', async () => {
  const first = await openLoadedBrowser({ profileDir });
  const before = await openDesk(first);
  await before.openTicket('1001');
  const titles = await before.page.texts(parts.cardTitle);
  await before.close();
  await first.close();

  const second = await openBrowser(browserUnderTest, { locale: 'en-US', profileDir });
  const after = await openDesk(second);
  await after.openTicket('1001');
  expect(await after.page.texts(parts.cardTitle)).toEqual(titles);
  await after.page.click(cardPart(1, 'insert-answer'));
  expect(await after.page.text(parts.toast)).toBe(en.toast.answerInserted);
  await after.close();
  await second.close();
});

import { browser } from 'wxt/browser';
import type { Push } from '#lib/messaging/push.ts';

/** Tells every open page that has our script; the others have nobody listening, which is no failure. */
export async function pushToAll(push: Push): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, push)])));
}

/** Tells the tab in front. */
export async function pushToActive(push: Push): Promise<void> {
  const tabs = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, push)])));
}

import { browser } from 'wxt/browser';

/** Opens the options page in a tab, or brings the one that is open to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

import { browser } from 'wxt/browser';

/**
 * The origin of the web page in front of the person, or null where there is none (a page of the browser, or of an
 * extension). The address is known while the popup is open, by `activeTab`.
 */
export async function activeOrigin(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.url === undefined || !URL.canParse(tab.url)) return null;
  const { protocol, origin } = new URL(tab.url);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}

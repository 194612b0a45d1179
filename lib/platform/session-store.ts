import { browser } from 'wxt/browser';

/** Memory that outlives the background's stops but not the browser's: never written to disk, closed to content scripts. */
export const sessionStore = {
  async read(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key];
  },
  write: (key: string, value: unknown): Promise<void> => browser.storage.session.set({ [key]: value }),
};

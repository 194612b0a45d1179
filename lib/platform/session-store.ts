import { browser } from 'wxt/browser';

/** Memory that outlives the background's stops but not the browser's: never written to disk, closed to content scripts. */
export const sessionStore = {
  async read(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key];
  },
  write: (values: Readonly<Record<string, unknown>>): Promise<void> => browser.storage.session.set({ ...values }),
  remove: (keys: readonly string[]): Promise<void> => browser.storage.session.remove([...keys]),
};

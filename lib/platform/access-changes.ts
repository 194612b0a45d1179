import { browser } from 'wxt/browser';

/** Hears when a site's access is given or taken back, wherever that happens; returns what ends it. */
export function onAccessChanged(listen: () => void): () => void {
  browser.permissions.onAdded.addListener(listen);
  browser.permissions.onRemoved.addListener(listen);
  return () => {
    browser.permissions.onAdded.removeListener(listen);
    browser.permissions.onRemoved.removeListener(listen);
  };
}

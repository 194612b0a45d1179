import { browser } from 'wxt/browser';

const BOOTSTRAP = { id: 'ticket', js: ['ticket.js'] } as const;

/** The match pattern that stands for every page of an origin. Ports are left out: browsers match any. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The match patterns of all sites the person enabled. */
export async function grantedPatterns(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.toSorted();
}

export function isOriginGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** Asks the person for access; must be called straight from a click or key press. */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Gives access back; the background hears of it and clears the site's open pages. */
export function removePattern(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

let lastRegistration: Promise<void> = Promise.resolve();

/**
 * Makes the browser load the bootstrap on exactly the granted sites from their next page load on. Registrations outlive
 * restarts but not updates, so this runs after both and whenever access changes; one call waits for the one before, as
 * two at once would both register anew.
 */
export function registerBootstrap(): Promise<void> {
  lastRegistration = lastRegistration.then(registerNow, registerNow);
  return lastRegistration;
}

async function registerNow(): Promise<void> {
  const matches = [...(await grantedPatterns())];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [BOOTSTRAP.id] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [BOOTSTRAP.id] });
    return;
  }
  const script = { id: BOOTSTRAP.id, js: [...BOOTSTRAP.js], matches, runAt: 'document_start' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

async function runIn(tabId: number, file: '/ticket.js' | '/overlay.js'): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });
}

/** Loads the bootstrap into pages of these sites that are open already. A page that cannot be scripted is passed over. */
export async function startInOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.allSettled(
    tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [runIn(id, '/ticket.js')])),
  );
}

/** Loads the overlay into one tab's own page. */
export function injectOverlay(tabId: number): Promise<void> {
  return runIn(tabId, '/overlay.js');
}

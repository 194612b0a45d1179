import { browser } from 'wxt/browser';
import { type Client, createClient } from '#lib/messaging/client.ts';
import { type Push, parsePush } from '#lib/messaging/push.ts';

/** False once this script's extension was updated, disabled or removed. */
export function isExtensionAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** The client that content scripts and extension pages reach the background by. */
export function backgroundClient(): Client {
  return createClient({ post: (message) => browser.runtime.sendMessage(message), isAlive: isExtensionAlive });
}

/** Hears what the background says unasked, until the signal aborts. */
export function onPush(listen: (push: Push) => void, signal: AbortSignal): void {
  const hear = (message: unknown) => {
    const push = parsePush(message);
    if (push) listen(push);
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(hear);
  });
}

/** The languages the browser's own interface is set to, first choice first. */
export function interfaceLanguages(): readonly string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}

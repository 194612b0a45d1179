import { browser } from 'wxt/browser';
import type { Envelope } from '#lib/messaging/protocol.ts';
import type { Self, Sender } from '#lib/messaging/sender.ts';

/** This extension's id and origin, by which senders are told apart. */
export function selfIdentity(): Self {
  return { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).href.replace(/\/$/, '') };
}

/** Answers every message of this extension's own scripts and pages. To be called in the background's first turn. */
export function answerMessages(route: (message: unknown, sender: Sender) => Promise<Envelope>): void {
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    const { id, origin, url, frameId, tab } = sender;
    route(message, { id, origin, url, frameId, tabId: tab?.id }).then(reply);
    return true;
  });
}

import type { SenderClass } from './protocol.ts';

/** What the browser says of a message's sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tabId?: number | undefined;
}

/** The extension's own id and origin ("chrome-extension://…"). */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

function originOf(sender: Sender): string | null {
  if (sender.origin !== undefined) return sender.origin;
  return sender.url !== undefined && URL.canParse(sender.url) ? new URL(sender.url).origin : null;
}

/**
 * Says who a message comes from, or null for anyone who may send nothing. Goes by id, then by origin alone: a content
 * script has its page's origin, and an extension page opened in a tab has a tab too, so `tab` tells nothing.
 */
export function classifySender(sender: Sender, self: Self): { class: SenderClass; origin: string } | null {
  if (sender.id !== self.id) return null;
  const origin = originOf(sender);
  if (origin === null) return null;
  // Firefox states the origin of an extension page only by its address, whose origin is opaque to URL.
  if (origin === self.origin || sender.url?.startsWith(`${self.origin}/`)) {
    return { class: 'extension-page', origin: self.origin };
  }
  if (!/^https?:\/\//.test(origin) || sender.frameId !== 0 || sender.tabId === undefined) return null;
  return { class: 'ticket-page', origin };
}

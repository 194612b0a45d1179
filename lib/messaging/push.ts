/** What the background tells open ticket pages, unasked. */
export type Push =
  | { readonly push: 'command'; readonly command: Command }
  | { readonly push: 'access-revoked' }
  | { readonly push: 'articles-changed' };

export const commands = ['toggle-panel', 'search-articles', 'insert-answer', 'insert-link'] as const;
export type Command = (typeof commands)[number];

/** Whether a shortcut's name, as the browser reports it, is one of ours. */
export function isCommand(name: string): name is Command {
  return (commands as readonly string[]).includes(name);
}

/** Reads a message from the background; null for anything else. */
export function parsePush(message: unknown): Push | null {
  if (typeof message !== 'object' || message === null || !('push' in message)) return null;
  const { push } = message;
  if (push === 'access-revoked' || push === 'articles-changed') return { push };
  if (push !== 'command' || !('command' in message) || typeof message.command !== 'string') return null;
  return isCommand(message.command) ? { push, command: message.command } : null;
}

import type { Texts } from '#lib/i18n/texts.ts';
import { MessageRefused } from '#lib/messaging/client.ts';

/** What to tell the agent when the background did not do what was asked. */
export function refusalText(texts: Texts, failure: unknown): string {
  const { overlay } = texts;
  if (!(failure instanceof MessageRefused)) return overlay.failed;
  const sentences: Partial<Record<MessageRefused['code'], string>> = {
    'storage-blocked': overlay.storageBlocked,
    'storage-full': overlay.storageFull,
    'storage-slow': overlay.storageSlow,
    outdated: overlay.outdated,
    unreachable: overlay.unreachable,
  };
  return sentences[failure.code] ?? overlay.failed;
}

import type { Texts } from '#lib/i18n/texts.ts';
import { MessageRefused } from '#lib/messaging/client.ts';

/** Why the background or a worker did not do something, in one sentence or two. */
export function troubleText(texts: Texts, code: string): string {
  const { trouble } = texts;
  const sentences: Readonly<Record<string, string>> = {
    'storage-blocked': trouble.storageBlocked,
    'storage-full': trouble.storageFull,
    'storage-slow': trouble.storageSlow,
    unreachable: trouble.unreachable,
    outdated: trouble.outdated,
    conflict: trouble.conflict,
    busy: trouble.busy,
  };
  return sentences[code] ?? trouble.failed;
}

/** The same for what a query or message threw. */
export function failureText(texts: Texts, failure: unknown): string {
  return troubleText(texts, failure instanceof MessageRefused ? failure.code : 'failed');
}

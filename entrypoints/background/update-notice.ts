import * as z from 'zod/mini';
import { sessionStore } from '#lib/platform/session-store.ts';

const KEY = 'updated-at';
/** Pages that were open during an update start their overlay anew within this time. */
const NOTICE_MS = 60_000;

/** Notes that the extension was updated just now. */
export function markUpdated(): Promise<void> {
  return sessionStore.write({ [KEY]: Date.now() });
}

/** Whether a page that starts its overlay now should say that the extension was updated. */
export async function isJustUpdated(): Promise<boolean> {
  const at = z.number().safeParse(await sessionStore.read(KEY));
  return at.success && Date.now() - at.data < NOTICE_MS;
}

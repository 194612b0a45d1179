/** How long a condition may take before a test gives up, in milliseconds. */
export const defaultTimeoutMs = 10_000;
const intervalMs = 40;

/** A condition did not come true in time. */
export class WaitedInVain extends Error {}

/**
 * Asks again and again until the answer is neither null, undefined nor false, and returns it. Refuses after `timeoutMs`
 * with what was waited for and, if `probe` threw, with its last error as the cause. A navigation that tears the page
 * from under a probe is such an error, so it only means another try.
 */
export async function waitUntil<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeoutMs = defaultTimeoutMs,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const found = await probe();
      if (found !== null && found !== undefined && found !== false) return found;
      cause = undefined;
    } catch (failure) {
      cause = failure;
    }
    if (performance.now() >= deadline) {
      const last = cause instanceof Error ? ` (${cause.message})` : '';
      throw new WaitedInVain(`waited ${timeoutMs} ms in vain for ${what}${last}`, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}

import type { Adapter } from './adapter.ts';
import { matchUrl } from './match-url.ts';
import { readGeneric } from './read-generic.ts';
import { type NoTicketReason, type ReadTicket, readTicket } from './read-ticket.ts';

export type ReadPageResult =
  | { readonly ok: true; readonly adapter: Adapter; readonly value: ReadTicket }
  | { readonly ok: false; readonly reason: NoTicketReason };

/**
 * Reads the page with the first adapter that knows it. The generic one, if given, is for pages that none knows: a known
 * CRM that is still loading answers `not-ready` and is not guessed at.
 */
export function readPage(
  adapters: readonly Adapter[],
  generic: Adapter | null,
  page: Document,
  url: string,
): ReadPageResult {
  let reason: NoTicketReason = 'other-url';
  for (const adapter of matchUrl(adapters, url)) {
    const result = readTicket(adapter, page, url);
    if (result.ok) return { ...result, adapter };
    if (result.reason !== 'other-page') return result;
    reason = result.reason;
  }
  if (!generic) return { ok: false, reason };
  const result = readGeneric(generic, page, url);
  return result.ok ? { ...result, adapter: generic } : result;
}

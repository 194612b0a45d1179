import type { Adapter } from './adapter.ts';

const compiled = new Map<string, RegExp>();
const MAX_ADDRESS_LENGTH = 2_000;

/** The part of an address that adapters' expressions see: path, query and fragment; '' if it is no web address. */
export function addressTail(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, pathname, search, hash } = new URL(url);
  return /^https?:$/.test(protocol) ? (pathname + search + hash).slice(0, MAX_ADDRESS_LENGTH) : '';
}

/** An adapter's expression, compiled once. */
export function compilePattern(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source);
  compiled.set(source, known);
  return known;
}

/** True if the address is one of this CRM's ticket pages. */
export function isTicketUrl(adapter: Adapter, url: string): boolean {
  const tail = addressTail(url);
  return tail !== '' && adapter.urlPatterns.some((pattern) => compilePattern(pattern).test(tail));
}

/** The adapters whose ticket pages have such an address, in the order given. */
export function matchUrl(adapters: readonly Adapter[], url: string): Adapter[] {
  return adapters.filter((adapter) => isTicketUrl(adapter, url));
}

/** The ticket id the address holds, or ''. */
export function ticketIdFromUrl(adapter: Adapter, url: string): string {
  const tail = addressTail(url);
  for (const pattern of adapter.ticketId.url) {
    const groups = compilePattern(pattern).exec(tail)?.slice(1);
    const id = groups?.find((group) => group);
    if (id) return decodeURIComponent(id);
  }
  return '';
}

/** Longer addresses are tracking blobs or attacks; nobody reads or sends them. */
export const MAX_ADDRESS_CHARS = 4096;

const WEB = new Set(['http:', 'https:']);
const LINK = new Set(['http:', 'https:', 'mailto:', 'tel:']);

function parseUrl(raw: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(raw) : new URL(raw, base);
  } catch {
    return null;
  }
}

function resolve(raw: string, base: string | null, protocols: ReadonlySet<string>): string | null {
  if (raw.trim() === '' || raw.length > MAX_ADDRESS_CHARS) return null;
  const parsed = parseUrl(raw, base);
  if (parsed === null || !protocols.has(parsed.protocol)) return null;
  // A user name in front of the host only ever serves to disguise the host.
  if (parsed.username !== '' || parsed.password !== '') {
    parsed.username = '';
    parsed.password = '';
  }
  return parsed.href.length > MAX_ADDRESS_CHARS ? null : parsed.href;
}

/**
 * The absolute form of a link's address, or null where it may not be followed: anything but http(s), `mailto:` and
 * `tel:`, and a relative address without a base.
 */
export function safeHref(raw: string, base: string | null): string | null {
  return resolve(raw, base, LINK);
}

/** The same for an image or an article's own address: http(s) alone. */
export function safeWebAddress(raw: string, base: string | null): string | null {
  return resolve(raw, base, WEB);
}

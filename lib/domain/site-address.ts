export type SiteAddress =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly problem: 'not-an-address' | 'not-a-web-page' };

const NO_SCHEME_LOCAL = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::\d+)?(?:[/?#]|$)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const WITH_PORT = /^[^/:]+:\d+(?:[/?#]|$)/;

function withScheme(text: string): string {
  if (NO_SCHEME_LOCAL.test(text)) return `http://${text}`;
  // "crm.example:8080" has a port where "mailto:a" has a scheme.
  return SCHEME.test(text) && !WITH_PORT.test(text) ? text : `https://${text}`;
}

/**
 * The origin of a site as a person types or pastes it: any address of the site, or its bare name, which means https
 * (http for this machine and for bare IP addresses). Refuses what names no host, and pages that are not the web's.
 */
export function parseSiteAddress(typed: string): SiteAddress {
  const text = typed.trim();
  const address = withScheme(text);
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return { ok: false, problem: 'not-an-address' };
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, problem: 'not-a-web-page' };
  const isName = url.hostname.includes('.') || url.hostname.startsWith('[') || SCHEME.test(text);
  if (url.hostname === '' || !(isName || url.hostname === 'localhost')) return { ok: false, problem: 'not-an-address' };
  return { ok: true, origin: url.origin };
}

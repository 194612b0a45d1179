import { attributeOf, childrenOf, nodeTypeOf, queryAll, rawTextOf, shadowOf, tagOf } from './dom-access.ts';

/** A message's words and the addresses it links to. */
export interface ReadBody {
  /** Paragraphs, lines and table rows are split by one newline each. */
  readonly text: string;
  readonly links: readonly string[];
}

const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'button', 'select', 'svg', 'iframe', 'object']);
const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody thead tr ul'.split(
    ' ',
  ),
);
/** The line a mail program writes above a quote; only looked for right above a quote that was cut. */
const QUOTE_INTRO = /(?:wrote|schrieb\b.*|a écrit|a scris|escribió|napisał\(?a?\)?|写道|寫道)\s?[:：]$/i;
const MAX_LINKS = 100;

function keepsLines(element: Element): boolean {
  if (tagOf(element) === 'pre') return true;
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element).whiteSpace.startsWith('pre') ?? false;
}

function absolute(address: string, base: string): string | null {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/**
 * Reads bodies without cloning them (a clone would load images a second time) and without changing them: what `strip`
 * matches is stepped over. `base` resolves relative addresses.
 */
export function readBody(bodies: readonly Element[], strip: readonly string[], base: string): ReadBody {
  let out = '';
  const links = new Set<string>();
  const stripped = new Set(strip.length === 0 ? [] : bodies.flatMap((body) => queryAll(body, strip.join(','))));

  const newLine = () => {
    out = out.trimEnd();
    if (out !== '') out += '\n';
  };
  const cutQuoteIntro = () => {
    const before = out.trimEnd();
    const start = before.lastIndexOf('\n') + 1;
    if (QUOTE_INTRO.test(before.slice(start))) out = before.slice(0, start);
  };
  const addText = (node: Node, parent: Element) => {
    const raw = rawTextOf(node).replace(/[\u200b\u2060\ufeff]/g, '');
    if (raw.includes('\n') && raw.trim() !== '' && keepsLines(parent)) {
      for (const line of raw.split('\n')) {
        out += line.replace(/\s+/g, ' ').trim();
        newLine();
      }
      return;
    }
    const text = raw.replace(/\s+/g, ' ');
    out += out === '' || /\s$/.test(out) ? text.trimStart() : text;
  };
  const addElement = (element: Element) => {
    const tag = tagOf(element);
    if (stripped.has(element)) {
      if (tag === 'blockquote' || queryAll(element, 'blockquote').length > 0) cutQuoteIntro();
      return;
    }
    if (SKIPPED.has(tag)) return;
    if (tag === 'br') return newLine();
    if (tag === 'a' && links.size < MAX_LINKS) {
      const address = absolute(attributeOf(element, 'href') ?? '', base);
      if (address !== null && !attributeOf(element, 'href')?.startsWith('#')) links.add(address);
    }
    const isBlock = BLOCKS.has(tag);
    if (isBlock) newLine();
    else if (tag === 'td' || tag === 'th') out += ' ';
    addChildren(element);
    if (isBlock) newLine();
  };
  const addChildren = (element: Element) => {
    const inside = tagOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : null;
    for (const child of inside?.length ? inside : childrenOf(shadowOf(element) ?? element)) {
      const type = nodeTypeOf(child);
      if (type === 3) addText(child, element);
      else if (type === 1) addElement(child as Element);
    }
  };

  for (const body of bodies) {
    addChildren(body);
    newLine();
  }
  const text = out.trim();
  for (const [address] of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) {
    const url = absolute(address.replace(/[.,;:!?]+$/, ''), base);
    if (url !== null && links.size < MAX_LINKS) links.add(url);
  }
  return { text, links: [...links] };
}

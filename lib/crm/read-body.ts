import { attributeOf, firstChildOf, nameOf, nextSiblingOf, queryAll, rawTextOf, shadowOf } from './dom-access.ts';

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
  if (nameOf(element) === 'PRE') return true;
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
    if (raw.trim().includes('\n') && keepsLines(parent)) {
      for (const line of raw.split('\n')) {
        out += line.replace(/\s+/g, ' ').trim();
        newLine();
      }
      return;
    }
    const text = raw.replace(/\s+/g, ' ');
    out += out === '' || /\s$/.test(out) ? text.trimStart() : text;
  };
  const addElement = (element: Element, name: string) => {
    const tag = name.toLowerCase();
    if (stripped.has(element)) {
      if (tag === 'blockquote' || queryAll(element, 'blockquote').length > 0) cutQuoteIntro();
      return;
    }
    if (SKIPPED.has(tag)) return;
    if (tag === 'br') return newLine();
    if (tag === 'a' && links.size < MAX_LINKS) {
      const href = attributeOf(element, 'href') ?? '#';
      const address = href.startsWith('#') ? null : absolute(href, base);
      if (address !== null) links.add(address);
    }
    const isBlock = BLOCKS.has(tag);
    if (isBlock) newLine();
    else if (tag === 'td' || tag === 'th') out += ' ';
    addChildren(element, tag);
    if (isBlock) newLine();
  };
  const addNode = (node: Node, parent: Element) => {
    const name = nameOf(node);
    if (name === '#text') addText(node, parent);
    else if (!name.startsWith('#')) addElement(node as Element, name);
  };
  const addChildren = (element: Element, tag: string) => {
    if (tag === 'slot') {
      for (const node of (element as HTMLSlotElement).assignedNodes({ flatten: true })) addNode(node, element);
      return;
    }
    // Only an element of the page's own kind can have a shadow root worth reading inside a message.
    const inside = (tag.includes('-') && shadowOf(element)) || element;
    for (let node = firstChildOf(inside); node; node = nextSiblingOf(node)) addNode(node, element);
  };

  for (const body of bodies) {
    addChildren(body, nameOf(body).toLowerCase());
    newLine();
  }
  const text = out.trim();
  for (const [address] of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) {
    const url = absolute(address.replace(/[.,;:!?]+$/, ''), base);
    if (url !== null && links.size < MAX_LINKS) links.add(url);
  }
  return { text, links: [...links] };
}

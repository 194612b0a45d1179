import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, html, Parser, type Token } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Deeper elements are read as if their tags were not there; browsers stop at 512 in the same way. */
const MAX_OPEN_ELEMENTS = 200;

const { TAG_ID } = html;
const KEPT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  input: ['type', 'checked'],
  html: ['lang'],
  meta: ['name', 'property', 'http-equiv', 'content'],
  link: ['rel', 'href'],
};
/** Formatting that our tree has no word for: as formatting it would be opened again in every later paragraph. */
const PLAIN = new Set(['font', 'big', 'small', 'u', 's', 'strike', 'nobr', 'tt']);
/** These switch the parser into a mode in which the rest of the page is lost. */
const IGNORED = new Set(['plaintext', 'frameset', 'frame']);
/** Their content is no markup, so their start tag must always be seen; void elements open nothing. */
const ALWAYS_SEEN = new Set([
  'br',
  'img',
  'hr',
  'input',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
]);
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

function isHiding({ name, value }: Token.Attribute): boolean {
  return name === 'hidden' || name === 'data-footnote-backref' || (name === 'style' && HIDING_STYLE.test(value));
}

function reduceAttributes(token: Token.TagToken): Token.Attribute[] {
  const kept = KEPT_ATTRIBUTES[token.tagName] ?? [];
  const isFootnoteMark = token.attrs.some((attribute) => attribute.name === 'data-footnote-ref');
  const attributes = isFootnoteMark ? [] : token.attrs.filter((attribute) => kept.includes(attribute.name));
  if (token.attrs.some(isHiding)) attributes.push({ name: 'hidden', value: '' });
  return attributes;
}

/**
 * An HTML parser that stays linear on hostile input: attributes are reduced to those we read, the number of open
 * elements is limited, and formatting elements can't pile up.
 */
class BoundedHtmlParser extends Parser<DefaultTreeAdapterMap> {
  readonly #skipped = new Map<string, number>();

  override onStartTag(token: Token.TagToken): void {
    if (IGNORED.has(token.tagName)) return;
    token.attrs = reduceAttributes(token);
    if (PLAIN.has(token.tagName)) {
      token.tagName = 'span';
      token.tagID = TAG_ID.SPAN;
    }
    if (this.openElements.stackTop >= MAX_OPEN_ELEMENTS && !ALWAYS_SEEN.has(token.tagName)) {
      this.#skipped.set(token.tagName, (this.#skipped.get(token.tagName) ?? 0) + 1);
      return;
    }
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    if (PLAIN.has(token.tagName)) {
      token.tagName = 'span';
      token.tagID = TAG_ID.SPAN;
    }
    const skipped = this.#skipped.get(token.tagName) ?? 0;
    if (skipped > 0) this.#skipped.set(token.tagName, skipped - 1);
    else super.onEndTag(token);
  }
}

/** Parses a page or a fragment as a page; never throws, and takes time in proportion to the length of the input. */
export function parseHtmlDocument(source: string): HtmlDocument {
  return BoundedHtmlParser.parse<DefaultTreeAdapterMap>(source);
}

/** The value of an attribute that the parser keeps. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The first element with that name, in document order. */
export function findElement(nodes: readonly HtmlNode[], tagName: string): HtmlElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = node.tagName === tagName ? node : findElement(node.childNodes, tagName);
    if (found !== null) return found;
  }
  return null;
}

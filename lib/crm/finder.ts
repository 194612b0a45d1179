import { attributeOf, frameDocumentOf, isInside, oneLine, queryAll, rawTextOf, shadowOf, tagOf } from './dom-access.ts';
import { parseSelector } from './parse-selector.ts';

export type FindScope = Document | DocumentFragment | Element;
type Scope = FindScope;

/** Looks things up on one page during one read; holds nothing afterwards. */
export interface Finder {
  /** All elements that one entry of a selector list matches, in document order. */
  all(scope: Scope, entry: string): Element[];
  /** The first element that any entry matches and `accept` takes, entries in their order. */
  first(scope: Scope, list: readonly string[], accept?: (element: Element) => boolean): Element | null;
  /** The first entry's elements that exist at all. */
  group(scope: Scope, list: readonly string[]): Element[];
  /** The first non-empty text (or attribute) of the list, on one line. */
  text(scope: Scope, list: readonly string[]): string;
  /** The texts of the first entry that gives any. */
  texts(scope: Scope, list: readonly string[]): string[];
}

/** Our own overlay is never part of the page, not even in a build that opens its shadow root. */
const OWN_ELEMENT_PREFIX = 'yesward-';

function shadowRootsBelow(scope: Scope): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const element of queryAll(scope, '*')) {
    const shadow = shadowOf(element);
    if (shadow && !tagOf(element).startsWith(OWN_ELEMENT_PREFIX)) roots.push(shadow, ...shadowRootsBelow(shadow));
  }
  return roots;
}

function isBelow(scope: Scope, root: ShadowRoot): boolean {
  let host: Element = root.host;
  for (;;) {
    if (isInside(scope, host)) return true;
    const above = host.getRootNode();
    if (!(above instanceof ShadowRoot)) return false;
    host = above.host;
  }
}

function textOrAttribute(element: Element, attribute: string | null): string {
  if (attribute === null) return oneLine(rawTextOf(element));
  if (attribute === 'value' && 'value' in element && typeof element.value === 'string') return oneLine(element.value);
  return oneLine(attributeOf(element, attribute) ?? '');
}

/**
 * A finder for one page. With `piercesShadow`, what is not found otherwise is looked for in the page's open shadow
 * roots, which are walked once.
 */
export function createFinder(page: Document, piercesShadow = false): Finder {
  let shadowRoots: ShadowRoot[] | null = null;

  const deep = (scope: Scope, css: string): Element[] => {
    if (css === '') return [scope as Element];
    const light = queryAll(scope, css);
    if (light.length > 0 || !piercesShadow) return light;
    shadowRoots ??= shadowRootsBelow(page);
    return shadowRoots.filter((root) => isBelow(scope, root)).flatMap((root) => queryAll(root, css));
  };

  const all = (scope: Scope, entry: string): Element[] => {
    const { frames, css } = parseSelector(entry);
    let scopes: Scope[] = [scope];
    for (const frame of frames) {
      scopes = scopes.flatMap((each) => deep(each, frame)).flatMap((element) => frameDocumentOf(element) ?? []);
    }
    return scopes.flatMap((each) => deep(each, css));
  };

  const texts = (scope: Scope, list: readonly string[]): string[] => {
    for (const entry of list) {
      const { attribute } = parseSelector(entry);
      const found = all(scope, entry).map((element) => textOrAttribute(element, attribute));
      const filled = found.filter((text) => text !== '');
      if (filled.length > 0) return filled;
    }
    return [];
  };

  return {
    all,
    texts,
    text: (scope, list) => texts(scope, list)[0] ?? '',
    group: (scope, list) => {
      for (const entry of list) {
        const found = all(scope, entry);
        if (found.length > 0) return found;
      }
      return [];
    },
    first: (scope, list, accept = () => true) => {
      for (const entry of list) {
        const found = all(scope, entry).find(accept);
        if (found) return found;
      }
      return null;
    },
  };
}

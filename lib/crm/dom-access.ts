/**
 * Reading a page that we don't control. A form holding `<input name="id">` answers `form.id` with that input, and an
 * image named `querySelector` hides the document's method: so every access here goes through the prototypes.
 */

type Scope = Document | DocumentFragment | Element;

/** An attribute's text, or null. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

function getterOf(prototype: object, name: string): () => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!getter) throw new Error(`no getter ${name}`);
  return getter;
}

const textContent = getterOf(Node.prototype, 'textContent');
const nodeType = getterOf(Node.prototype, 'nodeType');
const nodeName = getterOf(Node.prototype, 'nodeName');
const firstChild = getterOf(Node.prototype, 'firstChild');
const nextSibling = getterOf(Node.prototype, 'nextSibling');
const localName = getterOf(Element.prototype, 'localName');
const shadowRoot = getterOf(Element.prototype, 'shadowRoot');
const contentDocument = getterOf(HTMLIFrameElement.prototype, 'contentDocument');

/** The node's text as the DOM has it, hidden parts included. */
export function rawTextOf(node: Node): string {
  return (textContent.call(node) as string | null) ?? '';
}

/** "#text", or an element's name ("DIV"; foreign elements as written). One look for both what and which. */
export function nameOf(node: Node): string {
  return nodeName.call(node) as string;
}

/** The node's first child, or null. */
export function firstChildOf(node: Node): Node | null {
  return firstChild.call(node) as Node | null;
}

/** The node after this one, or null. */
export function nextSiblingOf(node: Node): Node | null {
  return nextSibling.call(node) as Node | null;
}

/** The element's local name in lower case: "div". */
export function tagOf(element: Element): string {
  return localName.call(element) as string;
}

/** The element's open shadow root, or null. */
export function shadowOf(element: Element): ShadowRoot | null {
  return shadowRoot.call(element) as ShadowRoot | null;
}

/** True if `inner` is `outer` or lies within it, shadow boundaries not crossed. */
export function isInside(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** True if the element matches; false for a selector the browser can't parse. */
export function isMatch(element: Element, css: string): boolean {
  try {
    return Element.prototype.matches.call(element, css);
  } catch {
    return false;
  }
}

/** The nearest matching ancestor, the element itself included. */
export function closestOf(element: Element, css: string): Element | null {
  return Element.prototype.closest.call(element, css);
}

/** All matches below the scope in document order; none for a selector the browser can't parse. */
export function queryAll(scope: Scope, css: string): Element[] {
  const type = nodeType.call(scope);
  const owner = type === 9 ? Document.prototype : type === 11 ? DocumentFragment.prototype : Element.prototype;
  try {
    return Array.from(owner.querySelectorAll.call(scope, css));
  } catch {
    return [];
  }
}

/** The document inside a same-origin frame, or null for any other element and for foreign frames. */
export function frameDocumentOf(element: Element): Document | null {
  if (tagOf(element) !== 'iframe') return null;
  try {
    return contentDocument.call(element) as Document | null;
  } catch {
    return null;
  }
}

/** Text on one line: runs of white space become one space, zero-width characters go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

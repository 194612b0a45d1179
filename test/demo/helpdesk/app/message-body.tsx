import { createElement, type ReactNode, useMemo } from 'react';

const allowedTags = new Set(
  'p br strong b em i u s a ul ol li blockquote pre code table thead tbody tr th td h1 h2 h3 h4 h5 h6 img hr div span'.split(
    ' ',
  ),
);
const droppedTags = new Set(['script', 'style', 'template', 'iframe', 'object', 'colgroup']);
const keptClasses = new Set(['signature', 'quote']);
const copiedAttributes = {
  start: 'start',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  alt: 'alt',
  title: 'title',
} as const;
const safeAddress = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i;

/** A message's HTML as React elements: only known tags, attributes and kinds of address get through. */
export function MessageBody({ html, language }: { readonly html: string; readonly language: string }) {
  const content = useMemo(() => children(new DOMParser().parseFromString(html, 'text/html').body), [html]);
  return (
    <div className="message-body" data-test-id="message-body" lang={language}>
      {content}
    </div>
  );
}

const children = (parent: Node): ReactNode[] => Array.from(parent.childNodes, (node, index) => convert(node, index));

function convert(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (!(node instanceof Element)) return null;
  const tag = node.localName;
  if (droppedTags.has(tag)) return null;
  const inner = children(node);
  if (!allowedTags.has(tag)) return createElement('span', { key }, ...inner);
  return createElement(tag, { key, ...attributes(node) }, ...inner);
}

function attributes(element: Element): Record<string, string> {
  const props: Record<string, string> = {};
  for (const [name, prop] of Object.entries(copiedAttributes)) {
    const value = element.getAttribute(name);
    if (value !== null) props[prop] = value;
  }
  const href = element.getAttribute('href');
  if (href && safeAddress.test(href)) Object.assign(props, { href, target: '_blank', rel: 'noreferrer' });
  const src = element.getAttribute('src');
  if (src && safeAddress.test(src)) props.src = src;
  const className = element.getAttribute('class');
  if (className && keptClasses.has(className)) props.className = className;
  if (element.hasAttribute('data-signature')) props['data-signature'] = 'true';
  return props;
}

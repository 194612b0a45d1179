import type { Block, Inline } from './article.ts';
import {
  attributeOf,
  findElement,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parseHtmlDocument,
} from './bounded-html-parser.ts';
import { flattenBlocks } from './flatten-blocks.ts';
import { captionOf, readTable, soleCell } from './html-table.ts';
import { inlinesOf, type Mark, type Run, withMark } from './inline-runs.ts';
import { normaliseBlocks } from './normalise-blocks.ts';
import { safeHref, safeWebAddress } from './safe-address.ts';

const DROPPED = new Set(
  `script style template noscript iframe object embed applet param canvas svg math video audio source track select
   option optgroup datalist textarea button map area dialog nav head title meta link base noembed noframes progress
   meter output colgroup col`.split(/\s+/),
);
const BLOCK = new Set(
  `p div section article main header footer aside address form fieldset legend figure figcaption details dl dd center
   body html hgroup search li caption tbody thead tfoot tr td th`.split(/\s+/),
);
const MARKS: Readonly<Record<string, 'strong' | 'em' | 'code'>> = {
  b: 'strong',
  strong: 'strong',
  dt: 'strong',
  summary: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  code: 'code',
  kbd: 'code',
  samp: 'code',
};
const BLOCK_MARKS = new Set(['dt', 'summary']);

/** Gathers blocks; inline content waits until a block ends it. */
class BlockSink {
  readonly blocks: Block[] = [];
  #pending: Run[] = [];

  add(run: Run): void {
    this.#pending.push(run);
  }

  block(block: Block): void {
    this.flush();
    this.blocks.push(block);
  }

  flush(): void {
    if (this.#pending.length > 0) this.blocks.push({ type: 'paragraph', children: inlinesOf(this.#pending) });
    this.#pending = [];
  }
}

class HtmlReader {
  readonly #base: string | null;

  constructor(base: string | null) {
    this.#base = base;
  }

  blocks(nodes: readonly HtmlNode[], marks: readonly Mark[] = []): Block[] {
    const sink = new BlockSink();
    this.#walkAll(nodes, marks, sink);
    sink.flush();
    return sink.blocks;
  }

  #inlines(nodes: readonly HtmlNode[], marks: readonly Mark[]): Inline[] {
    return inlinesOf(flattenBlocks(this.blocks(nodes, marks)));
  }

  #walkAll(nodes: readonly HtmlNode[], marks: readonly Mark[], sink: BlockSink): void {
    for (const node of nodes) {
      if (isElement(node)) this.#walk(node, marks, sink);
      else if (node.nodeName === '#text' && 'value' in node) sink.add({ type: 'text', text: node.value, marks });
    }
  }

  #walk(element: HtmlElement, marks: readonly Mark[], sink: BlockSink): void {
    const { tagName, childNodes } = element;
    if (DROPPED.has(tagName) || attributeOf(element, 'hidden') !== null) return;
    const mark = MARKS[tagName];
    if (BLOCK.has(tagName) || BLOCK_MARKS.has(tagName)) {
      sink.flush();
      this.#walkAll(childNodes, mark === undefined ? marks : withMark(marks, { type: mark }), sink);
      sink.flush();
    } else if (mark !== undefined) {
      this.#walkAll(childNodes, withMark(marks, { type: mark }), sink);
    } else if (!this.#walkLeaf(element, marks, sink) && !this.#walkStructure(element, marks, sink)) {
      this.#walkAll(childNodes, marks, sink);
    }
  }

  /** Links and what has no content of its own; false where the element is something else. */
  #walkLeaf(element: HtmlElement, marks: readonly Mark[], sink: BlockSink): boolean {
    switch (element.tagName) {
      case 'a': {
        const href = safeHref(attributeOf(element, 'href') ?? '', this.#base);
        this.#walkAll(element.childNodes, href === null ? marks : withMark(marks, { type: 'link', href }), sink);
        return true;
      }
      case 'img': {
        const alt = attributeOf(element, 'alt') ?? '';
        const src = safeWebAddress(attributeOf(element, 'src') ?? '', this.#base);
        sink.add(src === null ? { type: 'text', text: alt, marks } : { type: 'image', src, alt, marks });
        return true;
      }
      case 'br':
        sink.add({ type: 'break', marks });
        return true;
      case 'input':
        // How GFM writes a task list; other controls have no meaning outside their form.
        if (attributeOf(element, 'type') === 'checkbox') {
          sink.add({ type: 'text', text: attributeOf(element, 'checked') === null ? '☐ ' : '☑ ', marks });
        }
        return true;
      case 'q':
        sink.add({ type: 'text', text: '“', marks });
        this.#walkAll(element.childNodes, marks, sink);
        sink.add({ type: 'text', text: '”', marks });
        return true;
      default:
        return false;
    }
  }

  #walkStructure(element: HtmlElement, marks: readonly Mark[], sink: BlockSink): boolean {
    const { tagName, childNodes } = element;
    const level = /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0;
    if (level === 1 || level === 2 || level === 3 || level === 4 || level === 5 || level === 6) {
      sink.block({ type: 'heading', level, children: this.#inlines(childNodes, marks) });
    } else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') {
      const start = Number.parseInt(attributeOf(element, 'start') ?? '1', 10);
      sink.block({ type: 'list', ordered: tagName === 'ol', start, items: this.#items(childNodes, marks) });
    } else if (tagName === 'blockquote') {
      sink.block({ type: 'quote', children: this.blocks(childNodes, marks) });
    } else if (tagName === 'pre' || tagName === 'listing' || tagName === 'xmp') {
      sink.block({ type: 'code', text: preformattedText(childNodes) });
    } else if (tagName === 'hr') {
      sink.block({ type: 'rule' });
    } else if (tagName === 'table') {
      this.#table(element, marks, sink);
    } else return false;
    return true;
  }

  /** Content that sits between items belongs to the item above it. */
  #items(nodes: readonly HtmlNode[], marks: readonly Mark[]): Block[][] {
    const items: Block[][] = [];
    for (const node of nodes) {
      if (isElement(node) && node.tagName === 'li' && attributeOf(node, 'hidden') === null) {
        items.push(this.blocks(node.childNodes, marks));
      } else if (!isElement(node) || node.tagName !== 'li') {
        const blocks = normaliseBlocks(this.blocks([node], marks));
        const last = items.at(-1);
        if (last !== undefined) last.push(...blocks);
        else if (blocks.length > 0) items.push(blocks);
      }
    }
    return items;
  }

  #table(table: HtmlElement, marks: readonly Mark[], sink: BlockSink): void {
    sink.flush();
    this.#walkAll(captionOf(table), marks, sink);
    const frame = soleCell(table);
    if (frame === null) sink.block(readTable(table, (cell) => this.#inlines(cell.childNodes, marks)));
    else this.#walkAll(frame.childNodes, marks, sink);
    sink.flush();
  }
}

function preformattedText(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (!isElement(node)) text += node.nodeName === '#text' && 'value' in node ? node.value : '';
    else if (node.tagName === 'br') text += '\n';
    else if (!DROPPED.has(node.tagName) && attributeOf(node, 'hidden') === null) {
      const isLine = BLOCK.has(node.tagName) && text !== '' && !text.endsWith('\n');
      text += (isLine ? '\n' : '') + preformattedText(node.childNodes);
    }
  }
  return text;
}

/** Reads nodes of a parsed page into the closed tree; relative addresses are resolved against `base`. */
export function readHtmlNodes(nodes: readonly HtmlNode[], base: string | null): Block[] {
  return normaliseBlocks(new HtmlReader(base).blocks(nodes));
}

/**
 * Parses HTML into the closed tree of an article: everything the tree has no word for is dropped, hidden text too.
 * @param base the article's own address, or null: then relative links become text and relative images their
 *   alternative text
 */
export function parseHtml(source: string, base: string | null): Block[] {
  const body = findElement(parseHtmlDocument(source).childNodes, 'body');
  return body === null ? [] : readHtmlNodes(body.childNodes, base);
}

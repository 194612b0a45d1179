import type { Block, Inline } from './article.ts';
import { hangLines, prefixLines } from './indent-lines.ts';

/** An address as people read it: no `mailto:`, no `tel:`. */
function shownAddress(href: string): string {
  return href.replace(/^(?:mailto|tel):/, '');
}

function isLabelAddress(label: string, address: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return bare(label) === bare(address);
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'strong':
    case 'em':
    case 'code':
      return inlinesText(inline.children);
    case 'link': {
      const address = shownAddress(inline.href);
      const label = inlinesText(inline.children).trim();
      return label === '' || isLabelAddress(label, address) ? address : `${label}: ${address}`;
    }
    case 'image':
      return inline.alt === '' ? inline.src : `${inline.alt}: ${inline.src}`;
    case 'break':
      return '\n';
  }
}

function inlinesText(children: readonly Inline[]): string {
  return children.map(inlineText).join('');
}

function rowText(cells: readonly (readonly Inline[])[]): string {
  return cells.map((cell) => inlinesText(cell).replaceAll('\n', ' ')).join(' | ');
}

function listText(list: Extract<Block, { type: 'list' }>): string {
  const items = list.items.map((item, at) => {
    const mark = list.ordered ? `${list.start + at}. ` : '- ';
    return hangLines(joinBlocks(item, item.every((block) => block.type !== 'code') ? '\n' : '\n\n'), mark);
  });
  return items.join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlinesText(block.children);
    case 'list':
      return listText(block);
    case 'table':
      return [...(block.header.length === 0 ? [] : [block.header]), ...block.rows].map(rowText).join('\n');
    case 'code':
      return block.text;
    case 'quote':
      return prefixLines(serialiseText(block.children), '> ');
    case 'rule':
      return '---';
  }
}

function joinBlocks(blocks: readonly Block[], between: string): string {
  return blocks.map(blockText).join(between);
}

/** The body as plain text for textareas: numbered steps, `-` bullets, links as "label: address", `a | b` for tables. */
export function serialiseText(blocks: readonly Block[]): string {
  return joinBlocks(blocks, '\n\n');
}

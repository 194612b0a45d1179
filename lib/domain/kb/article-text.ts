import type { Article, Block, Inline } from './article.ts';

/** The words of inline content; a line break becomes a newline, an image its alternative text. */
export function inlineText(children: readonly Inline[]): string {
  let text = '';
  for (const child of children) {
    if (child.type === 'text') text += child.text;
    else if (child.type === 'break') text += '\n';
    else if (child.type === 'image') text += child.alt;
    else text += inlineText(child.children);
  }
  return text;
}

function listText(block: Extract<Block, { type: 'list' }>): string {
  return block.items
    .map((item, at) => {
      const mark = block.ordered ? `${block.start + at}. ` : '- ';
      return mark + blocksText(item).replaceAll('\n', '\n  ');
    })
    .join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'list':
      return listText(block);
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join(' | ')).join('\n');
    case 'code':
      return block.text;
    case 'quote':
      return blocksText(block.children);
    case 'rule':
      return '';
  }
}

/** A block tree as plain text: one line a block, list items with their marks, table cells split by bars. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}

/** What the index holds of an article besides its title: body and tags. */
export function articleText(article: Pick<Article, 'body' | 'tags'>): string {
  return article.tags.length === 0
    ? blocksText(article.body)
    : `${blocksText(article.body)}\n${article.tags.join(' ')}`;
}

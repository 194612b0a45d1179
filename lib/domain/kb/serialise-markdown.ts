import type { Block, Inline } from './article.ts';
import { hangLines, prefixLines } from './indent-lines.ts';

/** How a break is written inside a table's cell, which is one line. */
const CELL_BREAK = '<br>';

function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&').replace(/!$/, '\\!');
}

/** A line that would start a heading, list, rule or quote starts with a backslash instead. */
function guardLineStarts(markdown: string): string {
  return markdown.replace(/^(\s*)([#+=-])/gm, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2');
}

/** Markdown wants its marks tight around the text, so outer spaces move outside. */
function wrap(inner: string, mark: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return core === '' ? inner : before + mark + core + mark + after;
}

function codeSpan(raw: string, isInCell: boolean): string {
  const text = isInCell ? raw.replaceAll('|', '\\|') : raw;
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const needsSpace = text.startsWith('`') || text.endsWith('`');
  return needsSpace ? `${fence} ${text} ${fence}` : fence + text + fence;
}

function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => ('children' in child ? plainText(child.children) : child.type === 'text' ? child.text : ' '))
    .join('');
}

/** Settled addresses hold no spaces or angle brackets; brackets and backslashes may stay if escaped. */
function destination(address: string): string {
  return address.replace(/[()\\<>*_~|`]/g, '\\$&');
}

function inlineMarkdown(inline: Inline, lineEnd: string): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text);
    case 'strong':
      return wrap(inlinesMarkdown(inline.children, lineEnd), '**');
    case 'em':
      return wrap(inlinesMarkdown(inline.children, lineEnd), '*');
    case 'code':
      return codeSpan(plainText(inline.children), lineEnd === CELL_BREAK);
    case 'link':
      return `[${inlinesMarkdown(inline.children, lineEnd)}](${destination(inline.href)})`;
    case 'image':
      return `![${escapeText(inline.alt)}](${destination(inline.src)})`;
    case 'break':
      return lineEnd;
  }
}

function inlinesMarkdown(children: readonly Inline[], lineEnd: string): string {
  return children.map((child) => inlineMarkdown(child, lineEnd)).join('');
}

function rowMarkdown(cells: readonly (readonly Inline[])[]): string {
  return `| ${cells.map((cell) => inlinesMarkdown(cell, CELL_BREAK)).join(' | ')} |`;
}

/** GFM has no table without a header: an empty one stands in. */
function tableMarkdown({ header, rows }: Extract<Block, { type: 'table' }>): string {
  const width = Math.max(header.length, rows[0]?.length ?? 0);
  const head = header.length > 0 ? rowMarkdown(header) : `|${'  |'.repeat(width)}`;
  return [head, `|${' --- |'.repeat(width)}`, ...rows.map(rowMarkdown)].join('\n');
}

function listMarkdown(list: Extract<Block, { type: 'list' }>, bullet: string): string {
  // A list that doesn't start at 1 can't follow a paragraph without an empty line.
  const isTight = list.items.every((item) =>
    item.slice(1).every((block) => block.type === 'list' && (!block.ordered || block.start === 1)),
  );
  const items = list.items.map((item, at) => {
    const mark = list.ordered ? `${list.start + at}${bullet === '-' ? '.' : ')'} ` : `${bullet} `;
    return hangLines(joinBlocks(item, isTight ? '\n' : '\n\n'), mark);
  });
  return items.join(isTight ? '\n' : '\n\n');
}

function blockMarkdown(block: Block, bullet: string): string {
  switch (block.type) {
    case 'paragraph':
      return guardLineStarts(inlinesMarkdown(block.children, '\\\n'));
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlinesMarkdown(block.children, ' ').replace(/#+$/, '\\$&')}`;
    case 'list':
      return listMarkdown(block, bullet);
    case 'table':
      return tableMarkdown(block);
    case 'code': {
      const longest = (block.text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
      const fence = '`'.repeat(longest + 1);
      return `${fence}\n${block.text}\n${fence}`;
    }
    case 'quote':
      return prefixLines(serialiseMarkdown(block.children), '> ');
    case 'rule':
      // Dashes would join those of the lists around it to one long rule.
      return '***';
  }
}

/** Two lists in a row would be read as one, so the second changes its bullet. */
function joinBlocks(blocks: readonly Block[], between: string): string {
  let bullet = '-';
  const parts = blocks.map((block, at) => {
    bullet = block.type === 'list' && blocks[at - 1]?.type === 'list' && bullet === '-' ? '+' : '-';
    return blockMarkdown(block, bullet);
  });
  return parts.join(between);
}

/** The body as GitHub-flavoured Markdown. */
export function serialiseMarkdown(blocks: readonly Block[]): string {
  return joinBlocks(blocks, '\n\n');
}

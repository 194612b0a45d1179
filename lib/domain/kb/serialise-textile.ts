import type { Block, Inline } from './article.ts';
import { serialiseText } from './serialise-text.ts';

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/**
 * Escapes only what Redmine would act on, since the agent reads the source: a mark that opens at a word's start, an
 * issue number, a wiki link or macro, a tag, a link's quotes.
 */
function escapeText(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/#(?=\d)/g, entity)
    .replace(/<(?=[/a-z])/gi, '&lt;')
    .replace(/\[(?=\[)|\{(?=\{)|\|/g, entity)
    .replace(/"(?=:\S)/g, entity)
    .replace(/(?<![\p{L}\p{N}])([*_@+^~%!-]|\?\?)(?=\S)(?=[\s\S]*\1)/gu, (mark) => [...mark].map(entity).join(''));
}

/** A line that would become a list, heading, quote or other block keeps its first character as an entity. */
function guardLineStarts(textile: string): string {
  return textile.replace(
    /^(?:[*#]+ |(?:bq|p|pre|h[1-6]|fn\d+)[^\s.]*\. |>|---)/gm,
    (start) => entity(start) + start.slice(1),
  );
}

function wrap(inner: string, mark: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return core === '' || core.includes('\n') ? inner : before + mark + core + mark + after;
}

/** Quotes or brackets in a label, and brackets in an address, would end the link too early. */
function linkTextile({ href, children }: Extract<Inline, { type: 'link' }>): string {
  const address = href.replace(/[()[\]|"]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const [only] = children;
  if (children.length === 1 && only?.type === 'image') return `${inlineTextile(only)}:${address} `;
  const label = serialiseText([{ type: 'paragraph', children: children.map(alternative) }]);
  const text = escapeText(label.replaceAll('\n', ' ')).replace(/["()]/g, entity).trim();
  return text === '' ? address : `"${text}":${address} `;
}

function alternative(inline: Inline): Inline {
  if (inline.type === 'image') return { type: 'text', text: inline.alt };
  return inline.type === 'text' || inline.type === 'break'
    ? inline
    : { ...inline, children: inline.children.map(alternative) };
}

function inlineTextile(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text);
    case 'strong':
      return wrap(inlinesTextile(inline.children), '*');
    case 'em':
      return wrap(inlinesTextile(inline.children), '_');
    case 'code':
      return `@${serialiseText([{ type: 'paragraph', children: inline.children }]).replace(/\n/g, ' ')}@`;
    case 'link':
      return linkTextile(inline);
    case 'image':
      return `!${inline.src}${inline.alt === '' ? '' : `(${inline.alt.replace(/[()!<>"|]/g, ' ')})`}!`;
    case 'break':
      return '\n';
  }
}

/** A link ends at a space; before punctuation or the end of a line none is needed. */
function inlinesTextile(children: readonly Inline[]): string {
  return children
    .map(inlineTextile)
    .join('')
    .replace(/ +(?=[ \n,;:)]|[.?!](?:\s|$)|$)/g, '');
}

function rowTextile(cells: readonly (readonly Inline[])[], mark: '|_.' | '|'): string {
  return `${cells.map((cell) => `${mark} ${inlinesTextile(cell).replaceAll('\n', ' ')} `).join('')}|`;
}

/** Textile knows an item's line and lists inside it; other blocks of an item follow as lines of the same item. */
function listTextile(list: Extract<Block, { type: 'list' }>, outer: string): string {
  const mark = outer + (list.ordered ? '#' : '*');
  const items = list.items.map((item) => {
    const lines = item.flatMap((block) => (block.type === 'list' ? [] : [blockTextile(block)])).join('\n');
    const inner = item.flatMap((block) => (block.type === 'list' ? [listTextile(block, mark)] : []));
    return [`${mark} ${lines}`, ...inner].join('\n');
  });
  return items.join('\n');
}

function blockTextile(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return guardLineStarts(inlinesTextile(block.children));
    case 'heading':
      return `h${block.level}. ${inlinesTextile(block.children)}`;
    case 'list':
      return listTextile(block, '');
    case 'table': {
      const head = block.header.length === 0 ? [] : [rowTextile(block.header, '|_.')];
      return [...head, ...block.rows.map((row) => rowTextile(row, '|'))].join('\n');
    }
    case 'code':
      return `<pre>\n${block.text.replace(/<(?=\/?pre)/gi, '&lt;')}\n</pre>`;
    case 'quote':
      return block.children
        .map((child) => (child.type === 'paragraph' ? `bq. ${blockTextile(child)}` : blockTextile(child)))
        .join('\n\n');
    case 'rule':
      return '---';
  }
}

/** The body as Textile, as Redmine's editors take it. */
export function serialiseTextile(blocks: readonly Block[]): string {
  return blocks.map(blockTextile).join('\n\n');
}

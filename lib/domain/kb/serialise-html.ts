import type { Block, Inline } from './article.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

function inlinesHtml(children: readonly Inline[]): string {
  return children.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'strong':
    case 'em':
    case 'code':
      return `<${inline.type}>${inlinesHtml(inline.children)}</${inline.type}>`;
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${inlinesHtml(inline.children)}</a>`;
    case 'image':
      return `<img src="${escapeHtml(inline.src)}" alt="${escapeHtml(inline.alt)}">`;
    case 'break':
      return '<br>';
  }
}

/** An item's only paragraph stands bare: rich editors give a paragraph in an item a margin, or a line of its own. */
function itemHtml(item: readonly Block[]): string {
  const [first, ...rest] = item;
  if (first?.type === 'paragraph' && rest.every((block) => block.type === 'list')) {
    return `<li>${inlinesHtml(first.children)}${serialiseHtml(rest)}</li>`;
  }
  return `<li>${serialiseHtml(item)}</li>`;
}

function rowHtml(cells: readonly (readonly Inline[])[], tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${inlinesHtml(cell)}</${tag}>`).join('')}</tr>`;
}

function tableHtml({ header, rows }: Extract<Block, { type: 'table' }>): string {
  const head = header.length === 0 ? '' : `<thead>${rowHtml(header, 'th')}</thead>`;
  const body = rows.length === 0 ? '' : `<tbody>${rows.map((row) => rowHtml(row, 'td')).join('')}</tbody>`;
  return `<table>${head}${body}</table>`;
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlinesHtml(block.children)}</h${block.level}>`;
    case 'list': {
      const items = block.items.map(itemHtml).join('');
      if (!block.ordered) return `<ul>${items}</ul>`;
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
    }
    case 'table':
      return tableHtml(block);
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'quote':
      return `<blockquote>${serialiseHtml(block.children)}</blockquote>`;
    case 'rule':
      return '<hr>';
  }
}

/** The body as HTML for rich editors: no attribute but `href`, `src`, `alt` and `start`, every text escaped. */
export function serialiseHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { SeedArticle } from './seed-files.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
/** Seed articles name the demo by its usual address; on its own pages that becomes relative, so any port will do. */
const usualOrigin = 'http://127.0.0.1:8130';

function safeUrl(url: string): string {
  const own = url.startsWith(`${usualOrigin}/`) ? url.slice(usualOrigin.length) : url;
  return /^(https?:|mailto:|tel:|\/|#|\.)/i.test(own) ? escapeHtml(own) : '#';
}

/** The public page of one article; an internal one only says that it is for agents. */
export function articlePage(article: SeedArticle): string {
  const body =
    article.visibility === 'internal'
      ? '<p class="kb-agents">This article is for agents only. Sign in to the helpdesk to read it.</p>'
      : blocks(fromMarkdown(article.markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children);
  const title = article.visibility === 'internal' ? 'For agents only' : article.title;
  return page(article.language, title, `<h1>${escapeHtml(title)}</h1>${updatedLine(article)}${body}`);
}

/** The page for an address that names no article. */
export function missingArticlePage(): string {
  return page('en', 'No such article', '<h1>No such article</h1><p>It may have been moved or taken down.</p>');
}

function updatedLine(article: SeedArticle): string {
  if (article.visibility === 'internal' || !article.updated) return '';
  return `<p class="kb-updated"><time datetime="${escapeHtml(article.updated)}">${escapeHtml(article.updated)}</time></p>`;
}

function page(language: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Larkfield help</title>
<link rel="icon" href="/assets/larkfield.svg"><link rel="stylesheet" href="/assets/article-page.css"></head>
<body><header class="kb-top"><img src="/assets/larkfield.svg" alt="" width="24" height="24"> Larkfield Broadband help</header>
<main class="kb-article">${body}</main></body></html>
`;
}

const blocks = (nodes: readonly Nodes[]): string => nodes.map(render).join('');

function render(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'paragraph':
      return `<p>${blocks(node.children)}</p>`;
    case 'heading':
      return `<h${node.depth}>${blocks(node.children)}</h${node.depth}>`;
    case 'strong':
      return `<strong>${blocks(node.children)}</strong>`;
    case 'emphasis':
      return `<em>${blocks(node.children)}</em>`;
    case 'delete':
      return `<s>${blocks(node.children)}</s>`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}</code></pre>`;
    case 'link':
      return `<a href="${safeUrl(node.url)}">${blocks(node.children)}</a>`;
    case 'image':
      return `<img src="${safeUrl(node.url)}" alt="${escapeHtml(node.alt ?? '')}">`;
    case 'list':
      return node.ordered
        ? `<ol start="${node.start ?? 1}">${blocks(node.children)}</ol>`
        : `<ul>${blocks(node.children)}</ul>`;
    case 'listItem':
      return `<li>${blocks(node.children)}</li>`;
    case 'blockquote':
      return `<blockquote>${blocks(node.children)}</blockquote>`;
    case 'thematicBreak':
      return '<hr>';
    case 'break':
      return '<br>';
    case 'table':
      return table(node);
    default:
      return '';
  }
}

function table(node: Table): string {
  const [head, ...rows] = node.children.map((row) => row.children.map((cell) => blocks(cell.children)));
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const body = rows.map((cells) => line(cells, 'td')).join('');
  return `<table><thead>${line(head ?? [], 'th')}</thead><tbody>${body}</tbody></table>`;
}

import type { Block } from '#lib/domain/kb/article.ts';
import { serialiseHtml } from '#lib/domain/kb/serialise-html.ts';
import { serialiseMarkdown } from '#lib/domain/kb/serialise-markdown.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { serialiseTextile } from '#lib/domain/kb/serialise-textile.ts';
import type { InsertContent } from './page-port.ts';

/** Blocks of an article in every form a reply field can hold. */
export function contentOf(blocks: readonly Block[]): InsertContent {
  return {
    html: serialiseHtml(blocks),
    text: serialiseText(blocks),
    textile: serialiseTextile(blocks),
    markdown: serialiseMarkdown(blocks),
  };
}

/** A link to an article, by its title, on a line of its own. */
export function linkContent(title: string, href: string): InsertContent {
  return contentOf([
    { type: 'paragraph', children: [{ type: 'link', href, children: [{ type: 'text', text: title }] }] },
  ]);
}

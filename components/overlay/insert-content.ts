import type { Block } from '#lib/domain/kb/article.ts';
import { serialiseHtml } from '#lib/domain/kb/serialise-html.ts';
import { serialiseMarkdown } from '#lib/domain/kb/serialise-markdown.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { serialiseTextile } from '#lib/domain/kb/serialise-textile.ts';
import type { InsertContent } from './page-port.ts';

/** A page's heading shouts in the middle of a reply: there it is a line in bold. */
function softened(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type !== 'heading') return block;
    return { type: 'paragraph', children: [{ type: 'strong', children: block.children }] };
  });
}

/** Blocks of an article in every form a reply field can hold. */
export function contentOf(article: readonly Block[]): InsertContent {
  const blocks = softened(article);
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

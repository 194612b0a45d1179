import type { Block, Inline } from './article.ts';
import { normaliseBlocks } from './normalise-blocks.ts';

/** Parses plain text: an empty line ends a paragraph, every other line end is kept as a break. */
export function parseText(source: string): Block[] {
  const paragraphs = source.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  return normaliseBlocks(
    paragraphs.map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .split('\n')
        .flatMap((text, at): Inline[] =>
          at === 0 ? [{ type: 'text', text }] : [{ type: 'break' }, { type: 'text', text }],
        ),
    })),
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '#lib/domain/kb/article-schema.ts';
import { normaliseBlocks } from '#lib/domain/kb/normalise-blocks.ts';
import { parseHtml } from '#lib/domain/kb/parse-html.ts';
import { parseMarkdown } from '#lib/domain/kb/parse-markdown.ts';
import { serialiseHtml } from '#lib/domain/kb/serialise-html.ts';
import { serialiseMarkdown } from '#lib/domain/kb/serialise-markdown.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { serialiseTextile } from '#lib/domain/kb/serialise-textile.ts';
import { bodyArbitrary } from './block-arbitrary.ts';

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('a settled body', () => {
  it('is valid, and settling it again changes nothing', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const settled = normaliseBlocks(body);
        expect(normaliseBlocks(settled)).toEqual(settled);
        expect(bodySchema.safeParse(settled).error).toBeUndefined();
      }),
    );
  });

  it('comes back from HTML unchanged', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const settled = normaliseBlocks(body);
        expect(parseHtml(serialiseHtml(settled), null)).toEqual(settled);
      }),
    );
  });

  it('keeps every letter and digit through Markdown', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const settled = normaliseBlocks(body);
        const markdown = serialiseMarkdown(settled);
        // A link whose label ends in code that ends in "]:" reads as a definition; Markdown has no way to write it.
        fc.pre(!markdown.includes(']:'));
        const back = parseMarkdown(markdown, null);
        expect(bodySchema.safeParse(back).error).toBeUndefined();
        expect(letters(serialiseText(back))).toBe(letters(serialiseText(settled)));
      }),
    );
  });

  it('is written as Textile without a tag of its own', () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const settled = normaliseBlocks(body);
        // Inside code Redmine shows tags as they are.
        fc.pre(!JSON.stringify(settled).includes('"code"'));
        expect(serialiseTextile(settled)).not.toMatch(/<script/i);
      }),
    );
  });
});

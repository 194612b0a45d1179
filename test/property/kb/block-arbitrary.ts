import fc from 'fast-check';
import type { Block, Inline } from '#lib/domain/kb/article.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[ \n\t\u00a0a-c*_`<>&"'|#\-+.0-9!()[\]:]{0,14}$/),
  fc.constantFrom('Reset the router', ' ', '重置路由器', 'Resetați', '</p>', '&amp;', '<script>alert(1)</script>'),
);
const href = fc
  .constantFrom('https://kb.example/a?b=1&c="x"', 'http://kb.example/(x)', 'mailto:help@kb.example', 'tel:+40123')
  .map((address) => new URL(address).href);

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('text' as const), text }),
    fc.constant({ type: 'break' as const }),
    fc.record({ type: fc.constant('image' as const), src: fc.constant('https://kb.example/i.png'), alt: text }),
    fc.record({ type: fc.constantFrom('strong', 'em', 'code'), children: fc.array(tie('inline'), { maxLength: 4 }) }),
    fc.record({ type: fc.constant('link' as const), href, children: fc.array(tie('inline'), { maxLength: 3 }) }),
  ),
}));
const inlines = fc.array(inline, { maxLength: 5 });

/** Any tree, settled or not: empty and doubled marks, links in links, ragged tables. */
export const { block: blockArbitrary } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph' as const), children: inlines }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4, 5, 6), children: inlines }),
    fc.record({ type: fc.constant('code' as const), text }),
    fc.constant({ type: 'rule' as const }),
    fc.record({
      type: fc.constant('table' as const),
      header: fc.array(inlines, { maxLength: 3 }),
      rows: fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      start: fc.integer({ min: -3, max: 30 }),
      items: fc.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('quote' as const), children: fc.array(tie('block'), { maxLength: 3 }) }),
  ),
})) as { block: fc.Arbitrary<Block> };

export const bodyArbitrary = fc.array(blockArbitrary, { maxLength: 5 });

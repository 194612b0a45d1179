import * as z from 'zod/mini';
import type { Article, ArticleId, Block, Inline } from './article.ts';
import { safeHref, safeWebAddress } from './safe-address.ts';

const href = z.string().check(z.refine((address) => safeHref(address, null) === address, 'not a safe absolute link'));
const webAddress = z
  .string()
  .check(z.refine((address) => safeWebAddress(address, null) === address, 'not an absolute http(s) address'));

const inlineSchema: z.ZodMiniType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: z.string().check(z.minLength(1)) }),
    z.strictObject({ type: z.enum(['strong', 'em', 'code']), children: inlines.check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('link'), href, children: inlines.check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('image'), src: webAddress, alt: z.string() }),
    z.strictObject({ type: z.literal('break') }),
  ]),
);
const inlines = z.array(inlineSchema);
const cells = z.array(inlines);

/** One block of an article's body in its settled form (see normaliseBlocks): nothing empty, every address absolute. */
export const blockSchema: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), children: inlines.check(z.minLength(1)) }),
    z.strictObject({
      type: z.literal('heading'),
      level: z.literal([1, 2, 3, 4, 5, 6]),
      children: inlines.check(z.minLength(1)),
    }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().check(z.nonnegative()),
      items: z.array(bodySchema.check(z.minLength(1))).check(z.minLength(1)),
    }),
    z.strictObject({ type: z.literal('table'), header: cells, rows: z.array(cells) }),
    z.strictObject({ type: z.literal('code'), text: z.string().check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('quote'), children: bodySchema.check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('rule') }),
  ]),
);
export const bodySchema = z.array(blockSchema);

const nonBlank = z.string().check(z.regex(/\S/));
const date = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/)));

/** A stored article: what an import yields and what a restored backup must match. */
export const articleSchema: z.ZodMiniType<Article> = z.strictObject({
  id: z.pipe(
    nonBlank,
    z.transform((id) => id as ArticleId),
  ),
  title: nonBlank,
  body: bodySchema,
  url: z.nullable(webAddress),
  language: z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/)),
  visibility: z.enum(['public', 'internal']),
  updated: date,
  reviewed: date,
  owner: z.nullable(nonBlank),
  tags: z.array(nonBlank),
});

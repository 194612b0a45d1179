import * as z from 'zod/mini';
import type { Ticket } from '#lib/domain/ticket.ts';

const short = z.string().check(z.maxLength(2_000));

/** A ticket as a page may send it. The limits keep one page from filling the background's memory. */
export const ticketSchema: z.ZodMiniType<Ticket> = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  subject: short,
  requester: short,
  status: short,
  tags: z.array(short).check(z.maxLength(200)),
  messages: z
    .array(
      z.strictObject({
        id: short,
        role: z.enum(['customer', 'agent', 'note', 'system']),
        author: short,
        text: z.string().check(z.maxLength(100_000)),
        links: z.array(z.string().check(z.maxLength(4_000))).check(z.maxLength(500)),
      }),
    )
    .check(z.maxLength(1_000)),
  composerMode: z.enum(['public', 'internal']),
  isComplete: z.boolean(),
});

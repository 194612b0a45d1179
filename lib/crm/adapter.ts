import * as z from 'zod/mini';

/**
 * A CSS selector list tried in order; the first that matches wins. Two suffixes extend CSS:
 * `selector@name` reads that attribute (or, for `@value`, the field's current value) in place of the text, and
 * `frame >> selector` looks inside a same-origin iframe.
 */
const selectorList = z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(24));
/** A regular expression in source form; its first group is the value. Run on addresses and short titles only. */
const pattern = z.string().check(z.minLength(1), z.maxLength(300));

/** How a block of text is put into the composer; tried in order, each followed by a read-back. */
export const insertStrategySchema = z.enum(['paste', 'beforeinput', 'exec', 'value']);
export type InsertStrategy = z.infer<typeof insertStrategySchema>;

/** One CRM described as data: everything the reader and the writer need to know of its pages. */
export const adapterSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,39}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  version: z.number().check(z.int(), z.positive()),
  /** A page belongs to this CRM's ticket view when any of these expressions matches path + query + fragment. */
  urlPatterns: z.array(pattern).check(z.minLength(1), z.maxLength(10)),
  /** Other products use the same addresses (`/issues/12`): one of these must be on the page. */
  pageIf: z.optional(selectorList),
  /** The element that holds the ticket now in use; `{ticketId}` is replaced. Empty: the document. */
  activeRoot: selectorList,
  /** Parts of the ticket lie in open shadow roots. Off by default: walking a page for them takes milliseconds. */
  piercesShadow: z.optional(z.boolean()),
  ticketId: z.strictObject({ url: z.array(pattern), dom: selectorList }),
  subject: selectorList,
  /** Cut from the subject's front: "#12: ", "Update ticket #12: ". */
  subjectStrip: z.optional(pattern),
  requester: selectorList,
  status: selectorList,
  tags: selectorList,
  messages: z.strictObject({
    /** All that match any entry, in document order. */
    item: selectorList,
    id: selectorList,
    author: selectorList,
    body: selectorList,
    /** Removed from the body before it is read: quotes, signatures, buttons. */
    strip: selectorList,
    /**
     * Roles are tried in this order: note, system, customer, agent. Each list is matched against the item
     * or found inside it. `authorIsRequester` then makes the rest: customer if the author equals the
     * requester, else agent.
     */
    noteIf: selectorList,
    /** Localised words of the item's description that make it a note ("Comments added"). */
    noteIfText: z.optional(z.strictObject({ where: selectorList, words: z.array(z.string()).check(z.minLength(1)) })),
    systemIf: selectorList,
    customerIf: selectorList,
    agentIf: selectorList,
    authorIsRequester: z.boolean(),
    /** Attribute compared for `authorIsRequester` in place of the visible name (RT: `data-user-id`). */
    authorKey: z.optional(z.string()),
    /** Found inside the root: the page holds only part of the thread ("load more"). */
    partialIf: z.optional(selectorList),
  }),
  composer: z.strictObject({
    field: selectorList,
    /** Found inside the root: if one matches, the text being written is internal. */
    internalIf: selectorList,
    strategies: z.array(insertStrategySchema).check(z.minLength(1)),
    /** What the field holds: HTML, plain text, or Textile or Markdown source. */
    format: z.enum(['html', 'text', 'textile', 'markdown']),
    /** Found on the page: this installation writes Markdown, whatever `format` says. */
    markdownIf: z.optional(selectorList),
    /** What the agent presses to get the composer where it is not shown at once. */
    opener: z.optional(selectorList),
    /** A new block goes before the first of these (a signature the CRM filled in). */
    before: selectorList,
  }),
  send: selectorList,
  /** The reply is written on another page than the thread is read on: the thread is carried by ticket id. */
  carriesThread: z.boolean(),
});

/** A CRM adapter that passed {@link adapterSchema}. */
export type Adapter = z.infer<typeof adapterSchema>;

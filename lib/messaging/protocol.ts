import * as z from 'zod/mini';
import { activityKinds } from '#lib/domain/activity-kind.ts';
import { bodySchema } from '#lib/domain/kb/article-schema.ts';
import { localeChoiceSchema, panelSchema } from '#lib/domain/preferences.ts';
import { ticketSchema } from './ticket-schema.ts';

/** Who may send a message: a content script on a site the person enabled, or a page of the extension itself. */
export type SenderClass = 'ticket-page' | 'extension-page';

interface Row {
  readonly senders: readonly SenderClass[];
  readonly request: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
}

const nothing = z.strictObject({});
const articleId = z.string().check(z.minLength(1), z.maxLength(2_000));
const ticketKey = z.string().check(z.minLength(1), z.maxLength(300));
const page: readonly SenderClass[] = ['ticket-page'];
const extension: readonly SenderClass[] = ['extension-page'];
const both: readonly SenderClass[] = ['ticket-page', 'extension-page'];

const cardSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.nullable(z.string()),
  language: z.string(),
  visibility: z.enum(['public', 'internal']),
  freshness: z.enum(['fresh', 'ageing', 'stale', 'unknown']),
  /** Days since the last review or update; null where the article states neither. */
  ageDays: z.nullable(z.int()),
  matched: z.array(z.string()),
  isAlreadySent: z.boolean(),
  isHelpful: z.boolean(),
});

const cardsReply = z.strictObject({ articleCount: z.int(), cards: z.array(cardSchema) });

const activityKindSchema = z.enum(activityKinds);

const activitySchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  kind: activityKindSchema,
  articleId: z.string(),
  articleTitle: z.nullable(z.string()),
});

/**
 * Every message the background answers. A name that has no row here, a sender that its row does not list, or a body
 * with a missing or unknown key gets no answer but a refusal.
 */
export const protocol = {
  /** The bootstrap saw a ticket page: wakes the background, which injects the overlay into the sender's tab. */
  'page.recognised': { senders: page, request: nothing, reply: nothing },
  /** Refused once this page's site is no longer enabled; asked after access was taken back somewhere. */
  'access.checked': { senders: page, request: nothing, reply: nothing },
  'overlay.started': {
    senders: page,
    request: nothing,
    reply: z.strictObject({
      panel: panelSchema,
      locale: localeChoiceSchema,
      /** Name of the attribute that marks our host element, drawn once per installation. */
      hostMark: z.string(),
      /** True once after an update, on pages that were open while it happened. */
      isUpdated: z.boolean(),
    }),
  },
  'ticket.opened': {
    senders: page,
    request: z.strictObject({ ticket: ticketSchema, carriesThread: z.boolean() }),
    reply: cardsReply,
  },
  'articles.searched': {
    senders: page,
    request: z.strictObject({ text: z.string().check(z.maxLength(500)), ticketKey }),
    reply: cardsReply,
  },
  'article.read': {
    senders: both,
    request: z.strictObject({ id: articleId }),
    reply: z.strictObject({ article: z.nullable(z.strictObject({ id: z.string(), body: bodySchema })) }),
  },
  'card.used': {
    senders: page,
    request: z.strictObject({
      id: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
      ticketKey,
      articleId,
      kind: activityKindSchema,
    }),
    reply: z.strictObject({ saved: z.literal(true) }),
  },
  /** The agent asked for the options page. */
  'options.asked': { senders: page, request: nothing, reply: nothing },
  'panel.changed': { senders: page, request: panelSchema, reply: nothing },
  'kb.described': {
    senders: extension,
    request: nothing,
    reply: z.strictObject({
      articleCount: z.int(),
      writtenAt: z.nullable(z.int()),
      languages: z.record(z.string(), z.int()),
      needsRebuild: z.boolean(),
    }),
  },
  /** An import, restore or clearing finished in a page's worker: open overlays ask for their cards again. */
  'kb.changed': { senders: extension, request: nothing, reply: nothing },
  'activity.listed': {
    senders: extension,
    request: z.strictObject({ limit: z.int().check(z.minimum(1), z.maximum(1_000)) }),
    reply: z.strictObject({ total: z.int(), rows: z.array(activitySchema) }),
  },
  'activity.erased': { senders: extension, request: nothing, reply: z.strictObject({ erased: z.int() }) },
  'settings.read': {
    senders: extension,
    request: nothing,
    reply: z.strictObject({ locale: localeChoiceSchema, panel: panelSchema }),
  },
  'locale.chosen': {
    senders: extension,
    request: z.strictObject({ locale: localeChoiceSchema }),
    reply: nothing,
  },
  /** The sites that hold access, as match patterns ("https://crm.example/*"). */
  'sites.listed': {
    senders: extension,
    request: nothing,
    reply: z.strictObject({ patterns: z.array(z.string()), isStorageWorking: z.boolean() }),
  },
} as const satisfies Record<string, Row>;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Request<Name extends MessageName> = z.infer<Protocol[Name]['request']>;
export type Reply<Name extends MessageName> = z.infer<Protocol[Name]['reply']>;
export type Card = z.infer<typeof cardSchema>;

/** Why a message was not answered: the views have a sentence for each. */
export type RefusalCode =
  | 'unknown-message'
  | 'forbidden-sender'
  | 'bad-request'
  | 'storage-blocked'
  | 'storage-full'
  | 'storage-slow'
  | 'failed';

export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: RefusalCode };

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Block } from '#lib/domain/kb/article.ts';
import { fill } from '#lib/i18n/texts.ts';
import type { Card } from '#lib/messaging/protocol.ts';
import { useClient } from '../hooks/client-context.tsx';
import { useReadArticle } from '../hooks/use-article.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { contentOf, linkContent } from './insert-content.ts';
import type { InsertContent, InsertOutcome, PagePort, TicketState } from './page-port.ts';
import { refusalText } from './refusal-text.ts';

/** What an agent can put into the reply from a card. */
export type Insertion =
  | { readonly kind: 'answer' }
  | { readonly kind: 'link' }
  | { readonly kind: 'step'; readonly number: number; readonly blocks: readonly Block[] };

export type Mark = 'helpful' | 'dismissed' | 'flag-wrong' | 'flag-outdated' | 'flag-unclear' | 'opened';

/** Why an insertion waits for a second word of the agent. */
export type Caution = 'internal' | 'stale';

export interface Pending {
  /** An insertion that waits on one ticket is never asked about on another. */
  readonly ticketId: string;
  readonly card: Card;
  readonly insertion: Insertion;
  readonly caution: Caution;
}

export interface CardActions {
  readonly pending: Pending | null;
  /** Inserts, or first asks where the article is internal and the reply public, or the article is out of date. */
  insert(card: Card, insertion: Insertion): Promise<void>;
  confirm(): Promise<void>;
  cancel(): void;
  copy(card: Card, what: 'answer' | 'link'): Promise<void>;
  mark(card: Card, kind: Mark): Promise<void>;
}

const usedKind = { answer: 'answer-inserted', link: 'link-inserted', step: 'step-inserted' } as const;

function cautionFor(card: Card, state: TicketState | null): Caution | null {
  if (card.visibility === 'internal' && state?.ticket.composerMode === 'public') return 'internal';
  return card.freshness === 'stale' ? 'stale' : null;
}

/** The things a card's buttons do, for the ticket that is open now. Each says what came of it by `tell`. */
export function useCardActions(port: PagePort, state: TicketState | null, tell: (text: string) => void): CardActions {
  const client = useClient();
  const readArticle = useReadArticle();
  const queries = useQueryClient();
  const { texts } = useTexts();
  const [pending, setPending] = useState<Pending | null>(null);

  const record = async (card: Card, kind: Mark | 'copied' | (typeof usedKind)[Insertion['kind']]): Promise<boolean> => {
    if (!state) return false;
    try {
      const id = newId();
      await client.send('card.used', { id, ticketKey: state.ticket.id, articleId: card.id, kind });
      return true;
    } catch (failure) {
      tell(fill(texts.toast.notSaved, { reason: refusalText(texts, failure) }));
      return false;
    }
  };

  const contentFor = async (card: Card, insertion: Insertion): Promise<InsertContent | null> => {
    if (insertion.kind === 'step') return contentOf(insertion.blocks);
    if (insertion.kind === 'link') return card.url === null ? null : linkContent(card.title, card.url);
    const body = await readArticle(card.id);
    return body && contentOf(body);
  };

  const said = (outcome: InsertOutcome, insertion: Insertion): string => {
    if (outcome === 'other-ticket') return texts.toast.otherTicket;
    if (outcome === 'copied') return texts.toast.copiedInstead;
    if (outcome === 'copied-no-composer') return texts.toast.noComposer;
    if (outcome === 'garbled') return texts.toast.garbled;
    if (outcome === 'failed') return texts.toast.copyFailed;
    if (insertion.kind === 'step') return fill(texts.toast.stepInserted, { number: insertion.number });
    return insertion.kind === 'link' ? texts.toast.linkInserted : texts.toast.answerInserted;
  };

  const put = async (card: Card, insertion: Insertion) => {
    try {
      if (!state) return;
      const content = await contentFor(card, insertion);
      if (!content) return tell(texts.toast.copyFailed);
      const outcome = await port.insert(content, state.ticket.id);
      tell(said(outcome, insertion));
      if (outcome === 'inserted') await record(card, usedKind[insertion.kind]);
    } catch (failure) {
      tell(refusalText(texts, failure));
    }
  };

  const ask = (card: Card, insertion: Insertion, caution: Caution) => {
    if (state) setPending({ ticketId: state.ticket.id, card, insertion, caution });
  };
  const asked = pending?.ticketId === state?.ticket.id ? pending : null;

  return {
    pending: asked,
    insert: async (card, insertion) => {
      if (!port.isShown()) return;
      const caution = cautionFor(card, port.refreshTicket());
      if (caution) ask(card, insertion, caution);
      else await put(card, insertion);
    },
    confirm: async () => {
      if (!asked || !port.isShown()) return;
      const { card, insertion } = asked;
      // The reply may have become a public one since the question.
      const caution = cautionFor(card, port.refreshTicket());
      if (caution === 'internal' && asked.caution !== 'internal') return ask(card, insertion, caution);
      setPending(null);
      await put(card, insertion);
    },
    cancel: () => setPending(null),
    copy: async (card, what) => {
      const content = await contentFor(card, { kind: what });
      const isCopied = content !== null && (await port.copy(content));
      tell(isCopied ? texts.toast.copied : texts.toast.copyFailed);
      if (isCopied) await record(card, 'copied');
    },
    mark: async (card, kind) => {
      if (!(await record(card, kind))) return;
      if (kind === 'dismissed') tell(texts.toast.dismissed);
      else if (kind === 'helpful') tell(texts.toast.helpful);
      else if (kind !== 'opened') tell(texts.toast.flagged);
      if (kind === 'dismissed' || kind === 'helpful') {
        await queries.invalidateQueries({
          predicate: ({ queryKey }) => ['cards', 'search'].includes(String(queryKey[0])),
        });
      }
    },
  };
}

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on plain-http pages; the generator is not. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

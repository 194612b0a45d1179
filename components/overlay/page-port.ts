import type { Ticket } from '#lib/domain/ticket.ts';
import type { Command } from '#lib/messaging/push.ts';
import type { Rect } from './place-panel.ts';

/** One reading of the ticket in the page. */
export interface TicketState {
  readonly ticket: Ticket;
  readonly carriesThread: boolean;
  readonly version: number;
  readonly hasComposer: boolean;
}

/** A text in each form that a reply field can hold. */
export interface InsertContent {
  readonly html: string;
  readonly text: string;
  readonly textile: string;
  readonly markdown: string;
}

/**
 * `copied`: the field did not take it and the clipboard has it. `garbled`: the field made other text of it.
 * `other-ticket`: the agent moved on before the text was ready; nothing was done.
 */
export type InsertOutcome = 'inserted' | 'other-ticket' | 'copied' | 'copied-no-composer' | 'garbled' | 'failed';

/** All the overlay can do with the page it lies over. Given to it from outside, so that views name no browser. */
export interface PagePort {
  readonly currentTicket: () => TicketState | null;
  /** The ticket as the page shows it at this moment. */
  readonly refreshTicket: () => TicketState | null;
  readonly subscribe: (listen: () => void) => () => void;
  /** Hears the browser's shortcuts, and of articles that changed. */
  readonly onCommand: (listen: (command: Command) => void) => () => void;
  readonly onArticlesChanged: (listen: () => void) => () => void;
  readonly onLayout: (listen: () => void) => () => void;
  /** The reply field and send controls, which the panel must not cover. */
  readonly avoidRects: () => readonly Rect[];
  /** Puts content into the reply to this ticket, if it is still the one in use, and gives the focus to the reply. */
  readonly insert: (content: InsertContent, ticketId: string) => Promise<InsertOutcome>;
  readonly copy: (content: InsertContent) => Promise<boolean>;
  readonly focusReply: () => void;
  readonly openAddress: (url: string) => void;
  readonly openOptions: () => void;
  /** False where the page hides us under something see-through: then no click counts. */
  readonly isShown: () => boolean;
}

import type { Channel } from '../ticket-record.ts';

/** What an agent has written on one ticket and not sent. */
export interface Draft {
  readonly mode: Channel;
  /** HTML in the rich-text editor, text in the plain one. */
  readonly content: string;
}

/** Unsent writing by ticket, kept in memory while the agent moves between tickets. */
export type Drafts = Map<string, Draft>;

export const createDrafts = (): Drafts => new Map();

/** Whom a message comes from, as the seed files spell it. */
export type MessageRole = 'customer' | 'agent' | 'note' | 'system';
/** Whether a reply goes to the customer or stays with the team. */
export type Channel = 'public' | 'internal';

/** One message of a thread; `html` is what the helpdesk shows. */
export interface MessageRecord {
  readonly id: string;
  readonly role: MessageRole;
  readonly author: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly html: string;
}

/** What the list shows of a ticket. */
export interface TicketSummary {
  readonly id: string;
  readonly subject: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly status: string;
  readonly tags: readonly string[];
  readonly priority: string;
  readonly channel: string;
  readonly language: string;
  readonly createdAt: string;
  /** Instant of the newest message. */
  readonly updatedAt: string;
  /** First words of the newest message, without markup. */
  readonly preview: string;
  readonly messageCount: number;
}

/** A ticket with its thread, oldest message first. */
export interface TicketDetail extends TicketSummary {
  readonly messages: readonly MessageRecord[];
}

/** A ticket as its seed file holds it. `expected` names the articles that answer it; the page never gets it. */
export interface SeedTicket extends Omit<TicketSummary, 'updatedAt' | 'preview' | 'messageCount'> {
  readonly expected?: readonly string[];
  readonly messages: readonly MessageRecord[];
}

/** A message that an agent sent through the composer. */
export interface SentMessage extends MessageRecord {
  readonly ticketId: string;
  readonly mode: Channel;
}

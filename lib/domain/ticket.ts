export type MessageRole = 'customer' | 'agent' | 'note' | 'system';

/** One message of a ticket's thread, as read from the page: plain text, paragraphs split by newlines. */
export interface TicketMessage {
  /** The CRM's own id of the message, or its position in the thread where the CRM shows none. */
  readonly id: string;
  readonly role: MessageRole;
  readonly author: string;
  readonly text: string;
  /** Addresses that the message links to: shows which articles were already sent. */
  readonly links: readonly string[];
}

/** Whether what is being written goes to the requester or stays inside the team. */
export type ComposerMode = 'public' | 'internal';

/** What the page shows of one ticket at one moment. Never stored on disk. */
export interface Ticket {
  /** The CRM's ticket id; with the page's origin it names the ticket. */
  readonly id: string;
  readonly subject: string;
  readonly requester: string;
  readonly status: string;
  readonly tags: readonly string[];
  /** Oldest first. */
  readonly messages: readonly TicketMessage[];
  readonly composerMode: ComposerMode;
  /** False where the page shows only part of the thread (a reply page, a virtualised list). */
  readonly isComplete: boolean;
}

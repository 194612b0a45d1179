import type { MessageRecord, TicketSummary } from '../ticket-record.ts';
import { Composer } from './composer.tsx';
import type { EditorKind } from './composer-content.ts';
import type { Drafts } from './drafts.ts';
import { label } from './format.ts';
import { Thread } from './thread.tsx';
import { TicketProperties } from './ticket-properties.tsx';
import { useTicket } from './use-ticket.ts';

interface TicketPaneProps {
  readonly id: string;
  /** An inactive pane stays in the document, moved off the screen. */
  readonly isActive: boolean;
  /** From the list; unknown while that is on its way. */
  readonly summary: TicketSummary | undefined;
  readonly editor: EditorKind;
  readonly drafts: Drafts;
  readonly onSent: () => void;
}

/** One open ticket. */
export function TicketPane({ id, isActive, summary, editor, drafts, onSent }: TicketPaneProps) {
  const { ticket, messages, isComplete, isMissing, append } = useTicket(id);
  const head = summary ?? ticket;
  const handleSent = (message: MessageRecord) => {
    append(message);
    onSent();
  };
  return (
    <section
      className="pane"
      id={`ticket-pane-${id}`}
      data-test-id={`ticket-pane-${id}`}
      data-ticket-id={id}
      data-active={isActive}
      inert={!isActive}
      aria-label={`Ticket ${id}`}
    >
      <div className="conversation">
        {head && <TicketHead ticket={head} />}
        {isMissing && <p className="thread-loading">There is no ticket {id}.</p>}
        {!isMissing && <Thread messages={messages} isComplete={isComplete} language={ticket?.language ?? 'en'} />}
        {ticket && <Composer key={editor} ticket={ticket} editor={editor} drafts={drafts} onSent={handleSent} />}
      </div>
      {head && <TicketProperties ticket={head} />}
    </section>
  );
}

function TicketHead({ ticket }: { readonly ticket: TicketSummary }) {
  return (
    <header className="ticket-head">
      <h2 data-test-id="ticket-subject" lang={ticket.language}>
        {ticket.subject}
      </h2>
      <p className="ticket-meta">
        <span className={`chip status-${ticket.status}`} data-test-id="ticket-status">
          {label(ticket.status)}
        </span>
        <span className="ticket-number">#{ticket.id}</span>
        <span>
          from{' '}
          <span data-test-id="ticket-requester">
            {ticket.requester.name} <span className="email">&lt;{ticket.requester.email}&gt;</span>
          </span>
        </span>
        <span className="tags">
          {ticket.tags.map((tag) => (
            <span key={tag} className="tag" data-test-id="ticket-tag">
              {tag}
            </span>
          ))}
        </span>
      </p>
    </header>
  );
}

import type { RefObject } from 'react';
import type { TicketSummary } from '../ticket-record.ts';
import { Avatar } from './avatar.tsx';
import { label, shortDate } from './format.ts';
import { Icon } from './icon.tsx';
import { followLink, ticketPath } from './route.ts';

/** What the agent narrowed the list down to. */
export interface ListFilter {
  /** Empty: any status. */
  readonly status: string;
  readonly query: string;
}

/** The tickets a filter lets through, in the order given. */
export function filterTickets(tickets: readonly TicketSummary[], filter: ListFilter): readonly TicketSummary[] {
  const query = filter.query.trim().toLowerCase();
  return tickets.filter(
    (ticket) =>
      (filter.status === '' || ticket.status === filter.status) &&
      `${ticket.id} ${ticket.subject} ${ticket.requester.name}`.toLowerCase().includes(query),
  );
}

const statusOrder = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'];
/** Unknown statuses come last. */
const rank = (status: string) => (statusOrder.indexOf(status) + statusOrder.length + 1) % (statusOrder.length + 1);

interface TicketListProps {
  /** All tickets: they make the counts. */
  readonly tickets: readonly TicketSummary[];
  readonly shown: readonly TicketSummary[];
  readonly activeId: string | null;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** The column with all tickets. */
export function TicketList({ tickets, shown, activeId, filter, onFilter, searchRef }: TicketListProps) {
  const statuses = [...new Set(tickets.map((ticket) => ticket.status))].sort((a, b) => rank(a) - rank(b));
  return (
    <aside className="list" aria-label="Tickets" data-test-id="ticket-list">
      <div className="list-head">
        <h1>Your tickets</h1>
        <label className="search">
          <Icon name="search" />
          <input
            ref={searchRef}
            id="list-search"
            type="search"
            placeholder="Search tickets"
            aria-label="Search tickets"
            data-test-id="list-search"
            value={filter.query}
            onChange={(event) => onFilter({ ...filter, query: event.target.value })}
          />
          <kbd>/</kbd>
        </label>
        <fieldset className="filters">
          <legend className="unseen">Status</legend>
          {['', ...statuses].map((status) => (
            <button
              key={status}
              type="button"
              className="filter"
              aria-pressed={filter.status === status}
              data-test-id={`filter-${status || 'all'}`}
              onClick={() => onFilter({ ...filter, status })}
            >
              {status ? label(status) : 'All'}{' '}
              <span>{tickets.filter((t) => !status || t.status === status).length}</span>
            </button>
          ))}
        </fieldset>
      </div>
      <ul className="rows">
        {shown.map((ticket) => (
          <li key={ticket.id}>
            <TicketRow ticket={ticket} isActive={ticket.id === activeId} />
          </li>
        ))}
        {shown.length === 0 && (
          <li className="rows-empty">No ticket fits. Clear the search or choose another status.</li>
        )}
      </ul>
    </aside>
  );
}

function TicketRow({ ticket, isActive }: { readonly ticket: TicketSummary; readonly isActive: boolean }) {
  return (
    <a
      className="row"
      href={ticketPath(ticket.id)}
      aria-current={isActive ? 'page' : undefined}
      data-test-id="ticket-row"
      data-ticket-id={ticket.id}
      onClick={followLink}
    >
      <Avatar name={ticket.requester.name} />
      <span className="row-main">
        <span className="row-top">
          <span className="row-requester">{ticket.requester.name}</span>
          <time dateTime={ticket.updatedAt}>{shortDate(ticket.updatedAt)}</time>
        </span>
        <span className="row-subject" lang={ticket.language}>
          {ticket.subject}
        </span>
        <span className="row-preview" lang={ticket.language}>
          {ticket.preview}
        </span>
        <span className="row-meta">
          <span className={`chip status-${ticket.status}`}>{label(ticket.status)}</span>
          {/^(high|urgent)$/.test(ticket.priority) && (
            <span className={`chip priority-${ticket.priority}`}>{label(ticket.priority)}</span>
          )}
          <span className="row-number">#{ticket.id}</span>
        </span>
      </span>
    </a>
  );
}

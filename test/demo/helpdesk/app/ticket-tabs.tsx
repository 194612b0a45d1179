import type { TicketSummary } from '../ticket-record.ts';
import { Icon } from './icon.tsx';
import { followLink, ticketPath } from './route.ts';

interface TicketTabsProps {
  readonly ids: readonly string[];
  readonly tickets: readonly TicketSummary[];
  readonly activeId: string | null;
  readonly onClose: (id: string) => void;
}

/** The open tickets across the top. */
export function TicketTabs({ ids, tickets, activeId, onClose }: TicketTabsProps) {
  return (
    <nav className="tabs" aria-label="Open tickets">
      {ids.map((id) => {
        const ticket = tickets.find((candidate) => candidate.id === id);
        return (
          <span key={id} className="tab" data-test-id="ticket-tab" data-entity-id={id} data-active={id === activeId}>
            <a href={ticketPath(id)} aria-current={id === activeId ? 'page' : undefined} onClick={followLink}>
              <span className="tab-name">{ticket?.requester.name ?? 'Ticket'}</span>
              <span className="tab-number">#{id}</span>
            </a>
            <button type="button" aria-label={`Close ticket ${id}`} onClick={() => onClose(id)}>
              <Icon name="close" />
            </button>
          </span>
        );
      })}
    </nav>
  );
}

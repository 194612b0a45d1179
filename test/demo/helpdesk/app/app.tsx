import { useEffect, useRef, useState } from 'react';
import { createDrafts } from './drafts.ts';
import { NavRail } from './nav-rail.tsx';
import { closeTicket, noOpenTickets, openTicket } from './open-tickets.ts';
import { navigate, ticketPath, useRoute } from './route.ts';
import { filterTickets, type ListFilter, TicketList } from './ticket-list.tsx';
import { TicketPane } from './ticket-pane.tsx';
import { TicketTabs } from './ticket-tabs.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useTicketList } from './use-ticket-list.ts';

/** The whole helpdesk: rail, list, tabs and the tickets that are mounted. */
export function App() {
  const { ticketId, editor } = useRoute();
  const { tickets, reload } = useTicketList();
  const [open, setOpen] = useState(noOpenTickets);
  const [filter, setFilter] = useState<ListFilter>({ status: '', query: '' });
  const [drafts] = useState(createDrafts);
  const searchRef = useRef<HTMLInputElement>(null);

  // Derived while rendering, so that no frame shows a ticket's address without its pane.
  const current = ticketId ? openTicket(open, ticketId) : open;
  if (current !== open) setOpen(current);

  const subject = tickets.find((ticket) => ticket.id === ticketId)?.subject;
  useEffect(() => {
    document.title = ticketId ? `#${ticketId} ${subject ?? ''} – Larkfield helpdesk` : 'Larkfield helpdesk';
  }, [ticketId, subject]);

  const shown = filterTickets(tickets, filter);
  const goTo = (step: number) => {
    const index = shown.findIndex((ticket) => ticket.id === ticketId);
    const target = index < 0 ? shown[0] : shown[index + step];
    if (target) navigate(ticketPath(target.id));
  };
  useShortcuts({
    nextTicket: () => goTo(1),
    previousTicket: () => goTo(-1),
    focusReply: () => document.getElementById(`composer-field-${ticketId}`)?.focus(),
    focusSearch: () => searchRef.current?.focus(),
  });

  const close = (id: string) => {
    const next = closeTicket(current, id);
    const successor = next.mounted[0] ?? next.tabs.at(-1);
    if (id === ticketId) navigate(successor ? ticketPath(successor) : '/tickets');
    setOpen(next);
  };

  return (
    <div className="shell">
      <NavRail openCount={tickets.filter((ticket) => /^(new|open)$/.test(ticket.status)).length} />
      <TicketList
        tickets={tickets}
        shown={shown}
        activeId={ticketId}
        filter={filter}
        onFilter={setFilter}
        searchRef={searchRef}
      />
      <main className="workspace">
        <TicketTabs ids={current.tabs} tickets={tickets} activeId={ticketId} onClose={close} />
        <div className="panes">
          {/* In the order of the tabs: the pane in view is not always the document's first. */}
          {current.tabs
            .filter((id) => current.mounted.includes(id))
            .map((id) => (
              <TicketPane
                key={id}
                id={id}
                isActive={id === ticketId}
                summary={tickets.find((ticket) => ticket.id === id)}
                editor={editor}
                drafts={drafts}
                onSent={reload}
              />
            ))}
          {!ticketId && (
            <div className="workspace-empty">
              <p>Choose a ticket from the list.</p>
              <p>
                <kbd>j</kbd> next <kbd>k</kbd> previous <kbd>r</kbd> reply <kbd>/</kbd> search
              </p>
            </div>
          )}
        </div>
      </main>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { TicketSummary } from '../ticket-record.ts';
import { Avatar } from './avatar.tsx';
import { dateAndTime, label } from './format.ts';

/** The right column: who asks, and the ticket's fields. */
export function TicketProperties({ ticket }: { readonly ticket: TicketSummary }) {
  return (
    <aside className="properties" aria-label="Ticket properties" data-test-id="ticket-properties">
      <section className="card">
        <div className="person">
          <Avatar name={ticket.requester.name} />
          <div>
            <strong>{ticket.requester.name}</strong>
            <a href={`mailto:${ticket.requester.email}`}>{ticket.requester.email}</a>
          </div>
        </div>
        <dl>
          <Field name="Plan">Full Fibre 500</Field>
          <Field name="Customer since">March 2021</Field>
          <Field name="Account">
            <span className="chip status-solved">In good standing</span>
          </Field>
        </dl>
      </section>
      <section className="card">
        <h2>Ticket</h2>
        <dl>
          <Field name="Assignee">Robin Hale</Field>
          <Field name="Team">Broadband support</Field>
          <Field name="Status">
            <span className={`chip status-${ticket.status}`}>{label(ticket.status)}</span>
          </Field>
          <Field name="Priority">
            <span className={`chip priority-${ticket.priority}`}>{label(ticket.priority)}</span>
          </Field>
          <Field name="Channel">{label(ticket.channel)}</Field>
          <Field name="Language">{ticket.language}</Field>
          <Field name="Opened">{dateAndTime(ticket.createdAt)}</Field>
        </dl>
      </section>
      <section className="card sla">
        <h2>Next reply</h2>
        <p>
          <strong>1 h 42 min</strong> left of 4 h
        </p>
        <progress max="240" value="138" aria-label="Time used before the next reply is due" />
      </section>
    </aside>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

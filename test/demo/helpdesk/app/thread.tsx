import { useEffect, useRef } from 'react';
import type { MessageRecord, MessageRole } from '../ticket-record.ts';
import { Avatar } from './avatar.tsx';
import { dateAndTime } from './format.ts';
import { Icon } from './icon.tsx';
import { MessageBody } from './message-body.tsx';

const authorTypes = { customer: 'end-user', agent: 'agent', note: 'agent', system: 'system' } as const satisfies Record<
  MessageRole,
  string
>;

interface ThreadProps {
  readonly messages: readonly MessageRecord[];
  readonly isComplete: boolean;
  readonly language: string;
}

/** The messages of a ticket, oldest first, scrolled to the newest. */
export function Thread({ messages, isComplete, language }: ThreadProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message is a reason to scroll
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [messages.length]);
  return (
    <div className="thread" ref={scroller} data-test-id="thread" aria-busy={!isComplete}>
      {!isComplete && <p className="thread-loading">Loading conversation…</p>}
      {messages.map((message) => (
        <Message key={message.id} message={message} language={language} />
      ))}
    </div>
  );
}

function Message({ message, language }: { readonly message: MessageRecord; readonly language: string }) {
  const { role, author, at, html } = message;
  return (
    <article
      className={`message message-${role}`}
      data-test-id="message"
      data-message-id={message.id}
      data-author-type={authorTypes[role]}
      data-internal={role === 'note'}
    >
      {role !== 'system' && <Avatar name={author} />}
      <div className="message-card">
        <header className="message-head">
          <span className="message-author" data-test-id="message-author">
            {author}
          </span>
          {role === 'agent' && <span className="badge badge-agent">Agent</span>}
          {role === 'note' && (
            <span className="badge badge-note">
              <Icon name="lock" /> Internal note
            </span>
          )}
          <time dateTime={at} data-test-id="message-time">
            {dateAndTime(at)}
          </time>
        </header>
        <MessageBody html={html} language={language} />
      </div>
    </article>
  );
}

import { type KeyboardEvent, useRef, useState } from 'react';
import type { Channel, MessageRecord, TicketDetail } from '../ticket-record.ts';
import { postMessage } from './api.ts';
import { contentAsHtml, contentForMode, type EditorKind, freshContent, isBlank } from './composer-content.ts';
import type { Drafts } from './drafts.ts';
import { Icon } from './icon.tsx';
import { PlainEditor } from './plain-editor.tsx';
import { RichEditor } from './rich-editor.tsx';

interface ComposerProps {
  readonly ticket: TicketDetail;
  readonly editor: EditorKind;
  readonly drafts: Drafts;
  readonly onSent: (message: MessageRecord) => void;
}

const channels: readonly (readonly [Channel, string])[] = [
  ['public', 'Public reply'],
  ['internal', 'Internal note'],
];

/** Where an agent writes: a channel, an editor, and Send (also Ctrl+Enter). */
export function Composer({ ticket, editor, drafts, onSent }: ComposerProps) {
  const key = `${ticket.id} ${editor}`;
  const [mode, setMode] = useState<Channel>(() => drafts.get(key)?.mode ?? 'public');
  const [content, setContent] = useState(() => drafts.get(key)?.content ?? freshContent(editor, mode, ticket.language));
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState('');
  /** Counts up when the editor is to be filled anew; typing does not. */
  const [generation, setGeneration] = useState(0);
  const latest = useRef(content);

  const change = (next: string) => {
    latest.current = next;
    drafts.set(key, { mode, content: next });
    setProblem('');
  };
  const refill = (nextMode: Channel, next: string) => {
    latest.current = next;
    setMode(nextMode);
    setContent(next);
    setGeneration((value) => value + 1);
  };
  const switchTo = (nextMode: Channel) => {
    if (nextMode === mode || isSending) return;
    const next = contentForMode(editor, latest.current, nextMode, ticket.language);
    drafts.set(key, { mode: nextMode, content: next });
    refill(nextMode, next);
  };
  const send = async () => {
    if (isSending) return;
    if (isBlank(editor, latest.current)) return setProblem('Write something first.');
    setIsSending(true);
    try {
      const message = await postMessage(ticket.id, mode, contentAsHtml(editor, latest.current));
      drafts.delete(key);
      refill(mode, freshContent(editor, mode, ticket.language));
      onSent(message);
    } catch {
      setProblem('Not sent. Your text is still here; try again.');
    } finally {
      setIsSending(false);
    }
  };
  // In the capture phase, since the editor would make a line break of Ctrl+Enter.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  };

  const fieldProps = {
    ticketId: ticket.id,
    label: mode === 'public' ? 'Public reply' : 'Internal note',
    initial: content,
    isReadOnly: isSending,
    onChange: change,
  };
  return (
    <form
      className={`composer composer-${mode}`}
      id={`composer-${ticket.id}`}
      data-test-id="composer"
      data-channel={mode}
      aria-busy={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDownCapture={onKeyDownCapture}
    >
      <div className="composer-head">
        {channels.map(([channel, name]) => (
          <button
            key={channel}
            type="button"
            className="channel"
            data-test-id={`channel-${channel}`}
            aria-pressed={mode === channel}
            onClick={() => switchTo(channel)}
          >
            <Icon name={channel === 'public' ? 'reply' : 'lock'} /> {name}
          </button>
        ))}
        <span className="recipient">
          {mode === 'public' ? `To ${ticket.requester.email}` : 'Only your team sees this'}
        </span>
      </div>
      {editor === 'rich' ? (
        <RichEditor key={mode} {...fieldProps} generation={generation} />
      ) : (
        <PlainEditor key={mode} {...fieldProps} generation={generation} />
      )}
      <div className="composer-foot">
        <span className="composer-problem" role="status">
          {problem}
        </span>
        <kbd>Ctrl</kbd>
        <kbd>Enter</kbd>
        <button type="submit" className="send" data-test-id="composer-send" disabled={isSending}>
          <Icon name="send" /> {isSending ? 'Sending…' : mode === 'public' ? 'Send' : 'Add note'}
        </button>
      </div>
    </form>
  );
}

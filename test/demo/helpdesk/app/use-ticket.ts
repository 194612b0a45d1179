import { useCallback, useEffect, useState } from 'react';
import type { MessageRecord, TicketDetail } from '../ticket-record.ts';
import { fetchTicket } from './api.ts';

/** Between the first messages and the whole thread, as in helpdesks that fetch older messages apart. */
const secondStepMs = 120;

export interface LoadedTicket {
  readonly ticket: TicketDetail | null;
  /** The messages shown so far: the newest one first, then all. */
  readonly messages: readonly MessageRecord[];
  readonly isComplete: boolean;
  readonly isMissing: boolean;
  readonly append: (message: MessageRecord) => void;
}

/** Loads one ticket; its thread appears in two steps. */
export function useTicket(id: string): LoadedTicket {
  const [ticket, setTicket] = useState<TicketDetail | null>(null);
  const [isComplete, setIsComplete] = useState(false);
  const [isMissing, setIsMissing] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    let timer = 0;
    fetchTicket(id, abort.signal).then(
      (loaded) => {
        setTicket(loaded);
        timer = window.setTimeout(() => setIsComplete(true), secondStepMs);
      },
      () => setIsMissing(!abort.signal.aborted),
    );
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [id]);

  const append = useCallback(
    (message: MessageRecord) =>
      setTicket((current) => current && { ...current, messages: [...current.messages, message] }),
    [],
  );
  const all = ticket?.messages ?? [];
  return { ticket, messages: isComplete ? all : all.slice(-1), isComplete, isMissing, append };
}

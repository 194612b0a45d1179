import { useCallback, useEffect, useState } from 'react';
import type { TicketSummary } from '../ticket-record.ts';
import { fetchTickets } from './api.ts';

/** All tickets of the helpdesk, and a way to ask for them again. Empty until the first answer. */
export function useTicketList(): { tickets: readonly TicketSummary[]; reload: () => void } {
  const [tickets, setTickets] = useState<readonly TicketSummary[]>([]);
  const [generation, setGeneration] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is what asks for the list again
  useEffect(() => {
    const abort = new AbortController();
    fetchTickets(abort.signal).then(setTickets, (cause) => {
      if (!abort.signal.aborted) console.error(cause);
    });
    return () => abort.abort();
  }, [generation]);
  const reload = useCallback(() => setGeneration((value) => value + 1), []);
  return { tickets, reload };
}

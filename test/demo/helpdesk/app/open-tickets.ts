/** How many tickets stay in the document at once: the one in view and the one before it. */
const mountedLimit = 2;

export interface OpenTickets {
  /** Tabs, in the order in which they were opened. */
  readonly tabs: readonly string[];
  /** Ids still in the document, the latest first. */
  readonly mounted: readonly string[];
}

export const noOpenTickets: OpenTickets = { tabs: [], mounted: [] };

/** The state after a ticket came into view. */
export function openTicket(state: OpenTickets, id: string): OpenTickets {
  if (state.mounted[0] === id) return state;
  return {
    tabs: state.tabs.includes(id) ? state.tabs : [...state.tabs, id],
    mounted: [id, ...state.mounted.filter((other) => other !== id)].slice(0, mountedLimit),
  };
}

/** The state after a tab was closed. */
export function closeTicket(state: OpenTickets, id: string): OpenTickets {
  return { tabs: state.tabs.filter((tab) => tab !== id), mounted: state.mounted.filter((tab) => tab !== id) };
}

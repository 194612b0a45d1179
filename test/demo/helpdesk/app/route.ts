import { type MouseEvent, useSyncExternalStore } from 'react';

/** Where the agent is, read from the address. */
export interface Route {
  /** `null` on the bare list. */
  readonly ticketId: string | null;
  /** `?editor=plain` swaps the rich-text editor for a textarea. */
  readonly editor: 'rich' | 'plain';
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The current route; the component renders again when it changes. */
export function useRoute(): Route {
  const pathname = useSyncExternalStore(subscribe, () => location.pathname);
  const search = useSyncExternalStore(subscribe, () => location.search);
  return {
    ticketId: /^\/tickets\/(\d+)\/?$/.exec(pathname)?.[1] ?? null,
    editor: new URLSearchParams(search).get('editor') === 'plain' ? 'plain' : 'rich',
  };
}

export const ticketPath = (ticketId: string) => `/tickets/${ticketId}`;

/** Goes to a path without loading the page again; the query stays as it is. */
export function navigate(path: string): void {
  if (path === location.pathname) return;
  history.pushState(null, '', path + location.search);
  for (const listener of listeners) listener();
}

/** Click handler for links inside the helpdesk; clicks with a modifier keep what the browser does with them. */
export function followLink(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname);
}

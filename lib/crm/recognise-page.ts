import type { Adapter } from './adapter.ts';
import { matchUrl } from './match-url.ts';

const EDITOR = 'textarea, [contenteditable]:not([contenteditable="false"])';

/**
 * Calls `onTicket` once: when the page's address is a ticket of a known CRM, now or after a navigation without reload,
 * or, on a page no adapter knows, when the person starts to write in an editor. Until then it holds four listeners and
 * does nothing else.
 */
export function recognisePage(
  page: Document,
  adapters: readonly Adapter[],
  onTicket: () => void,
  signal: AbortSignal,
): void {
  const done = new AbortController();
  const until = { signal: AbortSignal.any([signal, done.signal]), capture: true };
  const recognise = () => {
    if (until.signal.aborted) return;
    done.abort();
    onTicket();
  };
  const checkAddress = () => {
    if (matchUrl(adapters, page.URL).length > 0) recognise();
  };
  const checkEditor = (event: Event) => {
    const target = event.composedPath()[0];
    if (target instanceof Element && target.closest(EDITOR)) recognise();
  };
  const view = page.defaultView;
  view?.navigation?.addEventListener('currententrychange', checkAddress, until);
  view?.addEventListener('popstate', checkAddress, until);
  view?.addEventListener('hashchange', checkAddress, until);
  page.addEventListener('focusin', checkEditor, until);
  checkAddress();
}

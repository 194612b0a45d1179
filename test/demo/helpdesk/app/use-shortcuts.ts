import { useEffect, useRef } from 'react';

/** What the helpdesk's single-key shortcuts do: j, k, r and /. */
export interface Shortcuts {
  readonly nextTicket: () => void;
  readonly previousTicket: () => void;
  readonly focusReply: () => void;
  readonly focusSearch: () => void;
}

/**
 * Binds the shortcuts on the window in its capture phase, as several helpdesks do: before any element sees the key.
 * Keys typed in a field of the page are left alone; a field in somebody else's closed shadow root can't be told.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const { nextTicket, previousTicket, focusReply, focusSearch } = latest.current;
      const action = { j: nextTicket, k: previousTicket, r: focusReply, '/': focusSearch }[event.key];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

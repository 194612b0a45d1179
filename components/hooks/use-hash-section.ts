import { useSyncExternalStore } from 'react';

function listen(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** The section that the address names after `#`; null where it names none of these. */
export function useHashSection<Section extends string>(sections: readonly Section[]): Section | null {
  const hash = useSyncExternalStore(listen, () => location.hash.slice(1));
  return sections.find((section) => section === hash) ?? null;
}

import { createContext, type ReactNode, useContext } from 'react';

/** What the popup may ask about the tab in front, and where it may lead. */
export interface ActiveSite {
  /** The origin of the web page in front; null where there is none. */
  readonly activeOrigin: () => Promise<string | null>;
  readonly openOptions: () => Promise<void>;
  readonly close: () => void;
}

const ActiveSiteContext = createContext<ActiveSite | null>(null);

export function ActiveSiteProvider({ site, children }: { site: ActiveSite; children: ReactNode }) {
  return <ActiveSiteContext value={site}>{children}</ActiveSiteContext>;
}

export function useActiveSite(): ActiveSite {
  const site = useContext(ActiveSiteContext);
  if (!site) throw new Error('useActiveSite needs an ActiveSiteProvider above it');
  return site;
}

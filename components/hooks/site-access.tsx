import { createContext, type ReactNode, useContext } from 'react';

/** What a page of the extension may do about access to sites; each `request` must come straight from a click. */
export interface SiteAccess {
  /** The match pattern that access to an origin is asked for with. */
  readonly patternOf: (origin: string) => string;
  readonly isGranted: (origin: string) => Promise<boolean>;
  /** Resolves to whether the person gave access. */
  readonly request: (origin: string) => Promise<boolean>;
  /** Resolves to whether the access is gone; rejects where the browser does not let it go. */
  readonly remove: (pattern: string) => Promise<boolean>;
  /** Returns what ends it. */
  readonly onChanged: (listen: () => void) => () => void;
}

const SiteAccessContext = createContext<SiteAccess | null>(null);

export function SiteAccessProvider({ access, children }: { access: SiteAccess; children: ReactNode }) {
  return <SiteAccessContext value={access}>{children}</SiteAccessContext>;
}

export function useSiteAccess(): SiteAccess {
  const access = useContext(SiteAccessContext);
  if (!access) throw new Error('useSiteAccess needs a SiteAccessProvider above it');
  return access;
}

import { createContext, type ReactNode, useContext } from 'react';

/** Files that the extension gives the person, or ships for them. */
export interface PageFiles {
  /** Hands a file to the browser's downloads. */
  readonly save: (blob: Blob, name: string) => void;
  readonly sampleArticles: () => Promise<File>;
  /** Asks the browser not to clear our storage when the disk gets full. */
  readonly keepStorage: () => void;
}

const PageFilesContext = createContext<PageFiles | null>(null);

export function PageFilesProvider({ files, children }: { files: PageFiles; children: ReactNode }) {
  return <PageFilesContext value={files}>{children}</PageFilesContext>;
}

export function usePageFiles(): PageFiles {
  const files = useContext(PageFilesContext);
  if (!files) throw new Error('usePageFiles needs a PageFilesProvider above it');
  return files;
}

import type { BrowserKind } from './extension-build.ts';

function readKind(): BrowserKind {
  const kind = process.env.E2E_BROWSER ?? 'chromium';
  if (kind !== 'chromium' && kind !== 'firefox') throw new Error(`E2E_BROWSER is ${kind}: chromium or firefox`);
  return kind;
}

/** The browser that this run of a suite drives, from `E2E_BROWSER`. */
export const browserUnderTest: BrowserKind = readKind();

import { openChromium } from './chromium.ts';
import { type BrowserKind, type BuildName, buildDir, requireExtension } from './extension-build.ts';
import { openFirefox } from './firefox.ts';
import type { Page, Viewport } from './page.ts';

export interface BrowserOptions {
  /** `e2e` unless told. */
  readonly build?: BuildName;
  /** Folder of another extension, in place of the build. */
  readonly extensionDir?: string;
  /** Host names that lead to this machine, to try a page that is not on a trusted loopback address. */
  readonly hostRules?: Readonly<Record<string, '127.0.0.1'>>;
  /** Shows a window; needs a display, which `DISPLAY` or `display` names. */
  readonly headed?: boolean;
  readonly display?: string;
  /** Firefox asks the person for optional permissions, as Chromium always does. Without, it grants them unasked. */
  readonly realPrompts?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly viewport?: Viewport;
  /** Language tag of the browser and of the pages it asks for. */
  readonly locale?: string;
  /** Ctrl+C is left to the caller. Without, it ends the browser and this process. */
  readonly leavesInterrupt?: boolean;
  /** A profile to keep, so that a test can close the browser and open it again. */
  readonly profileDir?: string;
}

export interface Browser {
  readonly kind: BrowserKind;
  newPage(url?: string): Promise<Page>;
  /** Address of a file of the extension: `extensionUrl('options.html')`. */
  extensionUrl(path: string): string;
  openExtensionPage(path: string): Promise<Page>;
  /** Waits for a tab that something else opened (a link, the extension) at an address that contains `part`. */
  waitForPage(part: string): Promise<Page>;
  /** Stops the service worker or event page at once, and returns when it has stopped. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions extends BrowserOptions {
  readonly extension: string;
  readonly closedRoots: boolean;
  readonly viewport: Viewport;
}

/** Opens a browser with the extension installed and a profile of its own. */
export function openBrowser(kind: BrowserKind, options: BrowserOptions = {}): Promise<Browser> {
  const { build = 'e2e', extensionDir = buildDir(kind, build), viewport = { width: 1280, height: 800 } } = options;
  const launch = { ...options, extension: requireExtension(extensionDir), closedRoots: build === 'release', viewport };
  return kind === 'chromium' ? openChromium(launch) : openFirefox(launch);
}

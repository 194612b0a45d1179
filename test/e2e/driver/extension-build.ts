import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type BrowserKind = 'chromium' | 'firefox';
/** `e2e` opens its shadow root and holds loopback hosts; `release` is what people install. */
export type BuildName = 'e2e' | 'release';

export const geckoId = 'extension@yesward.example';
/** Pinned by a preference, so that the address of an extension page is known before it opens. */
export const geckoUuid = '7f0c2b52-3d34-4c0e-9a57-6f3d1c8b9e21';

/** Folder that `wxt build` wrote for a browser. */
export function buildDir(kind: BrowserKind, build: BuildName): string {
  const name = `${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3${build === 'e2e' ? '-e2e' : ''}`;
  return fileURLToPath(new URL(`../../../.output/${name}`, import.meta.url));
}

/** The folder's real path, or a refusal that says how to make it. */
export function requireExtension(dir: string): string {
  if (!existsSync(`${dir}/manifest.json`)) throw new Error(`No extension in ${dir}: run "npm run build" first`);
  return realpathSync(dir);
}

/** Chromium names an unpacked extension by its folder: SHA-256 of the path, 16 bytes, written in letters a to p. */
export function chromiumExtensionId(dir: string): string {
  const hex = createHash('sha256').update(dir).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserKind, buildDir, requireExtension } from '#test/e2e/driver/extension-build.ts';

export interface GrantedRelease {
  readonly dir: string;
  remove(): Promise<void>;
}

/**
 * A copy of the release build, its shadow root closed, that holds access to 127.0.0.1 from the start, as if the person
 * had enabled that site. `localhost` stays a site that was not enabled.
 */
export async function grantRelease(kind: BrowserKind): Promise<GrantedRelease> {
  const dir = await mkdtemp(join(tmpdir(), 'yesward-release-'));
  await cp(requireExtension(buildDir(kind, 'release')), dir, { recursive: true });
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as object;
  const granted = { ...manifest, host_permissions: ['http://127.0.0.1/*'] };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(granted));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

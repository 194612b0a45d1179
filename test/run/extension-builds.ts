import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BrowserKind, type BuildName, buildDir } from '#test/e2e/driver/extension-build.ts';
import { root, runTool } from './run-tool.ts';
import { oneFailed, onePassed, type StepResult } from './step.ts';

const sources = ['entrypoints', 'components', 'lib', 'public'].map((folder) => `${folder}/**/*`);
const settings = ['wxt.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** SHA-256 over every file that goes into a build, so that an unchanged one is not built again. */
async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob([...sources, ...settings], { cwd: root, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

/** Builds the extension for a browser unless the folder holds a build of the very same sources. */
export async function buildExtension(kind: BrowserKind, build: BuildName): Promise<StepResult> {
  const dir = buildDir(kind, build);
  const stamp = `${dir}.hash`;
  const hash = await hashSources();
  const isCurrent = existsSync(join(dir, 'manifest.json')) && (await readFile(stamp, 'utf8').catch(() => '')) === hash;
  if (isCurrent) return { ...onePassed, note: 'unchanged' };

  await rm(stamp, { force: true });
  const args = [
    'build',
    '-b',
    kind === 'chromium' ? 'chrome' : 'firefox',
    ...(build === 'e2e' ? ['--mode', 'e2e'] : []),
  ];
  const { exitCode, output } = await runTool('node_modules/wxt/bin/wxt.mjs', args, { timeoutMs: 300_000 });
  if (exitCode !== 0 || !existsSync(join(dir, 'manifest.json'))) return oneFailed(`wxt ${args.join(' ')}`, output);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return onePassed;
}

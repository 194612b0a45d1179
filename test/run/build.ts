import { parseArgs } from 'node:util';
import { buildDir } from '#test/e2e/driver/extension-build.ts';
import { buildExtension } from './extension-builds.ts';

const { values } = parseArgs({ options: { mode: { type: 'string' }, browser: { type: 'string', short: 'b' } } });
const build = values.mode === 'e2e' ? 'e2e' : 'release';
const kinds = (['chromium', 'firefox'] as const).filter((kind) => kind.startsWith(values.browser?.slice(0, 2) ?? ''));

for (const kind of kinds) {
  const { failures, note } = await buildExtension(kind, build);
  for (const { message } of failures) console.error(message);
  if (failures.length > 0) process.exitCode = 1;
  else console.log(`${kind}: ${buildDir(kind, build)}${note ? ` (${note})` : ''}`);
}

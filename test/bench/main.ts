import type { Figure } from './figure.ts';
import { benchKb } from './kb.ts';
import { benchOverlay } from './overlay.ts';

/* `npm run bench -- NAME …`: measures a part of the extension and prints one JSON line a figure. */

type Bench = (args: readonly string[], print: (figure: Figure) => void) => Promise<void>;

const BENCHES: Readonly<Record<string, Bench>> = { kb: benchKb, overlay: benchOverlay };

// A reader that has seen enough ("| head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  await bench(args, (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
}

import { InputError } from './json-lines.ts';
import { evalKb, KB_USAGE } from './kb.ts';

/* `npm run eval -- NAME …`: runs a part of the extension on files and prints JSON lines. */

type Evaluation = (args: readonly string[], print: (line: string) => void) => Promise<void>;

const EVALUATIONS: Readonly<Record<string, Evaluation>> = { kb: evalKb };
const USAGE = [KB_USAGE];

// A reader that has seen enough ("| head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [name = '', ...args] = process.argv.slice(2);
const evaluation = Object.hasOwn(EVALUATIONS, name) ? EVALUATIONS[name] : undefined;
if (evaluation === undefined) {
  console.error(`Usage:\n${USAGE.map((line) => `  npm run eval -- ${line}`).join('\n')}`);
  process.exitCode = 2;
} else {
  try {
    await evaluation(args, (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

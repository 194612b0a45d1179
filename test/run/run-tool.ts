import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneFailed, onePassed, type StepResult } from './step.ts';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const graceMs = 5_000;

export interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The tool and what it started are ended after this many milliseconds. */
  readonly timeoutMs?: number;
  /** Passes the lines that begin so through as they come. */
  readonly shownPrefix?: string;
}

export interface ToolAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams in the order they came. */
  readonly output: string;
}

/** Runs an installed tool, a script below the project's folder, on the project's own Node. */
export function runTool(script: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolAnswer> {
  const { env = {}, timeoutMs = 600_000, shownPrefix } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    let stdout = '';
    let output = '';
    const take = (data: Buffer, isStdout: boolean) => {
      if (isStdout) stdout += data.toString();
      if (shownPrefix)
        for (const line of data.toString().split('\n')) if (line.startsWith(shownPrefix)) console.log(line);
      output += data.toString();
    };
    child.stdout.on('data', (data: Buffer) => take(data, true));
    child.stderr.on('data', (data: Buffer) => take(data, false));
    const end = () => endGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => {
      output += `\nended after ${timeoutMs / 1000} s`;
      // Asked first, so that it ends the browsers it started, which are in groups of their own.
      end();
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), graceMs).unref();
    }, timeoutMs);
    process.once('exit', end);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      resolve({ exitCode: code ?? 1, stdout, output });
    });
  });
}

/** Ends a tool with what it started in its process group. */
function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It had ended already.
  }
}

/** A tool that passes by ending with 0, as one check. */
export async function checkWithTool(name: string, script: string, args: readonly string[]): Promise<StepResult> {
  const { exitCode, output } = await runTool(script, args, { timeoutMs: 180_000 });
  return exitCode === 0 ? onePassed : oneFailed(name, output);
}

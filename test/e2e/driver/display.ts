import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { waitUntil } from './wait-until.ts';

const exec = promisify(execFile);

export interface Picture {
  /** Equal digests, equal pictures. */
  readonly digest: string;
  /** 0xRRGGBB. */
  colourAt(x: number, y: number): number;
}

/** A screen of its own for a browser with a window. Keys are real: the browser's own prompts and commands take them. */
export interface Display {
  /** For `openBrowser(kind, { headed: true, display: display.name })`. */
  readonly name: string;
  /** One key or chord in X's words (`Tab`, `Return`, `alt+shift+y`), to whatever window has the focus. */
  press(chord: string): Promise<void>;
  /** Titles of the windows on the screen. */
  windowTitles(): Promise<string[]>;
  /** What the screen shows now. */
  look(): Promise<Picture>;
  close(): Promise<void>;
}

async function readDisplayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Whether the programs for a screen of its own are installed; without them, tests that need one are skipped. */
export function canStartDisplay(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['Xvfb', 'openbox', 'xdotool'].every((name) => folders.some((folder) => existsSync(join(folder, name))));
}

/** Reads the XWD format: a header that says how long it is, 12 bytes for each colour, then 4 bytes a pixel. */
function readPicture(file: Buffer): Picture {
  const pixels = file.readUInt32BE(0) + file.readUInt32BE(76) * 12;
  const bytesPerLine = file.readUInt32BE(48);
  return {
    digest: hash('sha1', file),
    colourAt: (x, y) => file.readUInt32LE(pixels + y * bytesPerLine + x * 4) & 0xffffff,
  };
}

/** Starts Xvfb on a free display, with openbox as its window manager: without one, no prompt gets the focus. */
export async function startDisplay(): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'yesward-display-'));
  // By default the server starts over when its last client goes, and takes a window manager that is just coming with it.
  const lasting = ['-noreset', '-nolisten', 'tcp'];
  const flags = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-fbdir', folder, ...lasting];
  const server = spawn('Xvfb', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const name = await readDisplayNumber(server);
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  const xdotool = async (...args: string[]) => (await exec('xdotool', args, { env })).stdout;
  await waitUntil('the window manager', () => xdotool('get_num_desktops'));
  return {
    name,
    press: async (chord) => void (await xdotool('key', '--clearmodifiers', chord)),
    windowTitles: async () => {
      const found = await xdotool('search', '--onlyvisible', '--name', '.').catch(() => '');
      const ids = found.split('\n').filter((id) => id !== '');
      return Promise.all(ids.map(async (id) => (await xdotool('getwindowname', id).catch(() => '')).trim()));
    },
    // Xvfb keeps the screen in this file.
    look: async () => readPicture(await readFile(join(folder, 'Xvfb_screen0'))),
    close: async () => {
      await end(manager);
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

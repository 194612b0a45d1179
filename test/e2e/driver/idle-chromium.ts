import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BackgroundWatch } from './background-watch.ts';
import { chromiumFlags } from './chromium.ts';
import { chromiumExtensionId } from './extension-build.ts';
import { waitUntil } from './wait-until.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** Sends commands to the browser itself over its debugging socket; attaches to nothing. */
async function connect(endpoint: string) {
  const socket = new WebSocket(endpoint);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (result: unknown) => void>();
  const onCreated: ((target: Target) => void)[] = [];
  socket.onmessage = ({ data }) => {
    const { id, result, method, params } = JSON.parse(String(data));
    if (id !== undefined) waiting.get(id)?.(result);
    if (method === 'Target.targetCreated') for (const listen of onCreated) listen(params.targetInfo);
  };
  let last = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send, onCreated, close: () => socket.close() };
}

/**
 * Opens Chromium with the extension on one page and leaves both alone. A debugger that attaches to a service worker, as
 * every driver does, keeps it from ever going idle; this only asks the browser which workers there are.
 */
export async function openIdleChromium(extension: string, url: string) {
  const profile = await mkdtemp(join(tmpdir(), 'yesward-idle-'));
  const args = [
    ...chromiumFlags({ extension }),
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    url,
  ];
  const browser = spawn(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  let endpoint = '';
  createInterface({ input: browser.stderr }).on('line', (line) => {
    endpoint ||= /DevTools listening on (ws:\S+)/.exec(line)?.[1] ?? '';
  });
  await waitUntil('the address of the debugging socket', () => endpoint !== '');
  const session = await connect(endpoint);
  const isOurs = ({ type, url: address }: Target) =>
    type === 'service_worker' && address.startsWith(`chrome-extension://${chromiumExtensionId(extension)}/`);
  let starts = 0;
  session.onCreated.push((target) => {
    if (isOurs(target)) starts += 1;
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  const watch: BackgroundWatch = {
    starts: async () => starts,
    isRunning: async () => {
      const { targetInfos } = (await session.send('Target.getTargets')) as { targetInfos: Target[] };
      return targetInfos.some(isOurs);
    },
  };
  const close = async () => {
    await session.send('Browser.close');
    session.close();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { watch, close };
}

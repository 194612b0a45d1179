import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { geckoId } from './extension-build.ts';

const manifest = {
  manifest_version: 3,
  name: 'Probe',
  version: '1',
  host_permissions: ['http://127.0.0.1/*', 'http://*.test/*'],
  background: { service_worker: 'background.js', scripts: ['background.js'] },
  content_scripts: [{ matches: ['http://127.0.0.1/*', 'http://*.test/*'], js: ['content.js'] }],
  browser_specific_settings: { gecko: { id: geckoId } },
};

/** Answers how often this life of the background was asked, and which life it is. */
const background = `
let asked = 0;
const life = crypto.randomUUID();
(globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, answer) => {
  asked += 1;
  answer({ asked, life });
});`;

const ask = `
const ask = (out) => (globalThis.browser ?? chrome).runtime.sendMessage({}).then(({ asked, life }) => {
  out.textContent = asked + ' ' + life;
});`;

/** An open and a closed shadow root, each with a button, a field and a place for the answer. */
const content = `${ask}
for (const mode of ['open', 'closed']) {
  const host = document.createElement('probe-' + mode);
  const root = host.attachShadow({ mode });
  const bar = document.createElement('div');
  bar.style.cssText = 'position: fixed; z-index: 9999; background: white; left: 9px; top: ' + (mode === 'open' ? 9 : 59) + 'px';
  const [button, field, out] = ['button', 'input', 'output'].map((name) => document.createElement(name));
  button.textContent = mode;
  button.addEventListener('click', (event) => event.isTrusted && ask(out));
  bar.append(button, field, out);
  root.append(bar);
  document.documentElement.append(host);
}`;

const page = '<!doctype html><title>Probe</title><button>ask</button><output></output><script src="page.js"></script>';
const pageScript = `${ask}
document.querySelector('button').addEventListener('click', () => ask(document.querySelector('output')));`;

export interface ProbeExtension {
  readonly dir: string;
  remove(): Promise<void>;
}

/** Writes a tiny extension to a folder of its own, to try the driver on something that no change of ours touches. */
export async function writeProbeExtension(): Promise<ProbeExtension> {
  const dir = await mkdtemp(join(tmpdir(), 'yesward-probe-'));
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': background,
    'content.js': content,
    'page.html': page,
    'page.js': pageScript,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

// Runs on whatever Node started npm (18 or newer) and on a machine where nothing is installed yet, so it is plain
// JavaScript and imports built-in modules only. What it says goes to stderr: stdout belongs to the command.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowsers } from './provide-browsers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What each npm script runs, and whether it drives browsers. */
const commands = {
  demo: { file: 'test/demo/main.ts', browsers: true },
  test: { file: 'test/run/test.ts', browsers: true },
  'test:fast': { file: 'test/run/test.ts', first: ['--fast'], browsers: false },
  soak: { file: 'test/run/soak.ts', browsers: true },
  bench: { file: 'test/bench/main.ts', browsers: process.argv.includes('overlay') },
  eval: { file: 'test/eval/main.ts', browsers: false },
  shots: { file: 'test/shots/main.ts', browsers: true },
  build: { file: 'test/run/build.ts', browsers: false },
};

const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a program in the project's folder to its end; what it prints goes to stderr. Returns its exit code. */
function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/** True where every package that the lock file names is installed in that version; optional ones may be missing. */
function isInstalled() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (!wanted || !installed || !existsSync(join(root, 'node_modules/node/bin'))) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

async function installPackages() {
  if (isInstalled()) return;
  say('Installing the packages that package-lock.json names …');
  // Not `npm ci`: it refuses a lock file that lacks the builds of some package for other systems, and a registry that
  // does not offer those leaves them out. This keeps to the lock's versions and checksums too, and does not write it.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false'];
  const npm = process.env.npm_execpath;
  const env = { npm_config_loglevel: 'error', PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], env)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, env);
  if (code !== 0) throw new Error('npm install failed: see above.');
}

/** The Node that the package `node` brought; it runs TypeScript by itself. */
function projectNode() {
  const names = process.platform === 'win32' ? ['node_modules/node/bin/node.exe'] : ['node_modules/node/bin/node'];
  const found = names.map((name) => join(root, name)).find((path) => existsSync(path));
  if (!found)
    throw new Error('The package "node" is installed without its program: delete node_modules and try again.');
  return found;
}

async function prepareTypes(node, env) {
  if (existsSync(join(root, '.wxt/tsconfig.json')) || !existsSync(join(root, 'entrypoints'))) return;
  const code = await run(node, ['node_modules/wxt/bin/wxt.mjs', 'prepare'], env);
  if (code !== 0) throw new Error('wxt prepare failed: see above.');
}

function runCommand(node, args, env) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env });
  // Ctrl+C reaches the child by itself; this process only has to outlive it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

async function main() {
  const [name, ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Error(`Usage: node test/run/bootstrap.mjs ${Object.keys(commands).join('|')} [arguments]`);
  if (!existsSync(join(root, command.file))) throw new Error(`There is no ${command.file} yet.`);

  await installPackages();
  const node = projectNode();
  const browsers = command.browsers ? await provideBrowsers({ run, say }) : {};
  const env = {
    ...process.env,
    ...browsers,
    PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(
      process.platform === 'win32' ? ';' : ':',
    ),
    PUPPETEER_SKIP_DOWNLOAD: '1',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
  await prepareTypes(node, env);
  return runCommand(node, [command.file, ...(command.first ?? []), ...rest], env);
}

try {
  process.exitCode = await main();
} catch (failure) {
  say(failure.message);
  process.exitCode = 1;
}

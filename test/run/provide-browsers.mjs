// Loaded by bootstrap.mjs before anything is installed: built-in modules only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where each browser is found if its variable does not say. Branded Chrome is left out: it refuses --load-extension. */
const places = {
  CHROMIUM_PATH: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${process.env.LOCALAPPDATA ?? 'C:'}\\Chromium\\Application\\chrome.exe`,
  ],
  FIREFOX_PATH: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Debian's packages: the browsers, a display with a window manager and real keys, and letters for Chinese pages. */
const debianPackages = {
  chromium: ['/usr/bin/chromium'],
  'firefox-esr': ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  xvfb: ['/usr/bin/Xvfb'],
  openbox: ['/usr/bin/openbox'],
  xdotool: ['/usr/bin/xdotool'],
  'fonts-noto-cjk': ['/usr/share/fonts/opentype/noto'],
};

function findBrowsers() {
  const found = Object.entries(places).map(([variable, paths]) => [
    variable,
    process.env[variable] ?? paths.find((path) => existsSync(path)),
  ]);
  return Object.fromEntries(found.filter(([, path]) => path !== undefined));
}

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get');

function onPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

async function installWithApt({ run, say }, packages) {
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  if (code !== 0) say('apt-get did not install everything; going on with what there is.');
}

function instructions(missing) {
  const names = missing.map((variable) => (variable === 'CHROMIUM_PATH' ? 'Chromium' : 'Firefox (ESR 147 or newer)'));
  const how =
    process.platform === 'darwin'
      ? '  brew install --cask chromium firefox'
      : process.platform === 'win32'
        ? '  winget install Hibbiki.Chromium Mozilla.Firefox'
        : isDebian()
          ? `  sudo apt-get update && sudo apt-get install --no-install-recommends ${Object.keys(debianPackages).join(' ')}`
          : '  your package manager has them, often as "chromium" and "firefox"; for tests of real prompts and keys\n' +
            '  also Xvfb, openbox and xdotool';
  return `Not found: ${names.join(' and ')}. Install:\n${how}\nor name the program in ${missing.join(' and ')}. Google Chrome won't do: it no longer loads unpacked extensions from its command line.`;
}

/**
 * Sees to it that both browsers are there: on Debian as root it installs what is missing, elsewhere it throws with what
 * to install. Returns CHROMIUM_PATH and FIREFOX_PATH for the command.
 */
export async function provideBrowsers(shell) {
  if (isDebian() && process.getuid?.() === 0) {
    const missing = Object.entries(debianPackages)
      .filter(([name, paths]) => !paths.some((path) => existsSync(path)) && !onPath(name))
      .filter(([name]) => !(name === 'chromium' && process.env.CHROMIUM_PATH))
      .filter(([name]) => !(name === 'firefox-esr' && process.env.FIREFOX_PATH))
      .map(([name]) => name);
    if (missing.length > 0) await installWithApt(shell, missing);
  }
  const found = findBrowsers();
  const missing = Object.keys(places).filter((variable) => found[variable] === undefined);
  if (missing.length > 0) throw new Error(instructions(missing));
  return found;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { browserUnderTest } from '../driver/browser-under-test.ts';
import { buildDir, requireExtension } from '../driver/extension-build.ts';

const dir = requireExtension(buildDir(browserUnderTest, 'release'));
const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as Record<string, unknown>;
const document = await readFile(fileURLToPath(new URL('../../../docs/permissions.md', import.meta.url)), 'utf8');

/** Keys that say nothing about what the extension may do. */
const harmless = [
  'name',
  'short_name',
  'description',
  'version',
  'icons',
  'default_locale',
  'action',
  'options_ui',
  'commands',
];

const power = {
  chromium: {
    background: { service_worker: 'background.js' },
    minimum_chrome_version: '138',
  },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'extension@yesward.example',
        strict_min_version: '147.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
} as const;

describe(`the manifest of the release build for ${browserUnderTest}`, () => {
  test('asks for these powers and no other', () => {
    const asked = Object.fromEntries(Object.entries(manifest).filter(([key]) => !harmless.includes(key)));
    expect(asked).toEqual({
      manifest_version: 3,
      permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage'],
      optional_host_permissions: ['http://*/*', 'https://*/*'],
      ...power[browserUnderTest],
    });
  });

  test('suggests at most four shortcuts, which is all that Chrome allows', () => {
    expect(Object.keys(manifest.commands as object).length).toBeLessThanOrEqual(4);
  });

  test('has the reason of each permission in docs/permissions.md, and of no other', () => {
    const table = document.slice(0, document.indexOf('## Sites'));
    const explained = [...table.matchAll(/^\| `(\w+)` \| (.{20,}?) \|/gm)].map(([, name]) => name);
    expect(explained).toEqual(manifest.permissions);
    for (const hosts of manifest.optional_host_permissions as string[]) expect(document).toContain(`\`${hosts}\``);
  });

  test('names the oldest browser that docs/permissions.md names', () => {
    const oldest = browserUnderTest === 'chromium' ? manifest.minimum_chrome_version : '147.0';
    expect(document).toContain(
      `${browserUnderTest === 'chromium' ? 'Chromium' : 'Firefox'} ${String(oldest).replace('.0', '')}`,
    );
  });
});

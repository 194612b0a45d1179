import { isShipped, type Rule } from './rule.ts';
import type { Import, SourceFile } from './source-file.ts';

interface Layer {
  readonly folder: string;
  /** Folders or files it may import. */
  readonly uses: readonly string[];
  /** Folders it may import types of. */
  readonly usesTypesOf?: readonly string[];
}

const peers = ['lib/messaging', 'lib/storage', 'lib/sync', 'lib/config'];
const beneathPeers = ['lib/domain', 'lib/i18n', 'lib/crm', 'lib/editors', 'lib/contract'];

/** Who may import whom: each folder itself, and what is named here. The first that fits a path counts. */
const layers: readonly Layer[] = [
  { folder: 'lib/domain', uses: [] },
  { folder: 'lib/i18n', uses: ['lib/domain'] },
  { folder: 'lib/crm', uses: ['lib/domain'] },
  { folder: 'lib/editors', uses: ['lib/domain'], usesTypesOf: ['lib/crm'] },
  { folder: 'lib/contract', uses: ['lib/domain'] },
  ...peers.map((folder) => ({ folder, uses: beneathPeers, usesTypesOf: peers })),
  { folder: 'lib/platform', uses: [...beneathPeers, ...peers] },
  {
    folder: 'components',
    uses: ['lib/domain', 'lib/i18n', 'lib/messaging/client.ts'],
    usesTypesOf: ['lib/messaging', 'lib/crm', 'lib/editors'],
  },
  { folder: 'entrypoints', uses: ['components', 'lib'] },
];
const ours = /^(entrypoints|components|lib|server|test)\//;

function isIn(folders: readonly string[], target: string): boolean {
  return folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
}

function isAllowed(layer: Layer, { target, isTypeOnly }: Import): boolean {
  if (!ours.test(target) || isIn([layer.folder, ...layer.uses], target)) return true;
  return isTypeOnly && isIn(layer.usesTypesOf ?? [], target);
}

function checkLayers({ path, imports }: SourceFile): string[] {
  if (!isShipped(path)) return [];
  const layer = layers.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!layer) return [`${path} is in no layer of the architecture`];
  return imports
    .filter((found) => !isAllowed(layer, found))
    .map(({ target, isTypeOnly }) => `${path} imports ${isTypeOnly ? 'types of ' : ''}${target}`);
}

/** `entrypoints/background/on-kb.ts` is part of `background`; so is `entrypoints/background.ts`. */
function entrypointOf(path: string): string | undefined {
  return /^entrypoints\/([^/.]+)/.exec(path)?.[1];
}

function checkEntrypoints({ path, imports }: SourceFile): string[] {
  return imports
    .filter(({ target }) => entrypointOf(target) !== undefined && entrypointOf(target) !== entrypointOf(path))
    .filter(() => isShipped(path))
    .map(({ target }) => `${path} imports the entrypoint ${target}`);
}

function checkPlatformImports({ path, imports }: SourceFile): string[] {
  if (!isShipped(path) || path.startsWith('lib/platform/')) return [];
  return imports
    .filter(({ target }) => /^(wxt\/browser|webextension-polyfill|@wxt-dev\/browser)/.test(target))
    .map(({ target }) => `${path} imports ${target}`);
}

function checkPackages({ path, imports }: SourceFile): string[] {
  if (!isShipped(path)) return [];
  const isInDomain = path.startsWith('lib/domain/');
  const refused = isInDomain ? /^(node:|react|wxt|dexie|@tanstack\/)/ : /^node:/;
  return imports.filter(({ target }) => refused.test(target)).map(({ target }) => `${path} imports ${target}`);
}

const bad = (path: string, text: string) => ({ path, text });

export const importRules: readonly Rule[] = [
  {
    name: 'imports run one way',
    check: checkLayers,
    violations: [
      bad('lib/domain/kb/rank.ts', "import { readPage } from '#lib/crm/read-page.ts';"),
      bad('lib/domain/kb/rank.ts', "export * from '../../storage/database.ts';"),
      bad('lib/domain/ticket.ts', "import type { Adapter } from '#lib/crm/adapter.ts';"),
      bad('lib/crm/reader.ts', "const later = () => import('#lib/messaging/client.ts');"),
      bad('lib/editors/insert.ts', "import { adapters } from '#lib/crm/adapters.ts';"),
      bad('lib/storage/outbox.ts', "import { send } from '#lib/messaging/client.ts';"),
      bad('lib/storage/outbox.ts', "import { sites } from '#lib/platform/sites.ts';"),
      bad('lib/platform/sites.ts', "import { Card } from '#components/overlay/card.tsx';"),
      bad('components/overlay/card.tsx', "import { openDatabase } from '#lib/storage/database.ts';"),
      bad('components/overlay/card.tsx', "import { route } from '#lib/messaging/router.ts';"),
      bad('components/overlay/card.tsx', "import { startHelpdesk } from '#test/demo/helpdesk/server.ts';"),
      bad('entrypoints/background/index.ts', "import { start } from '../../server/main.ts';"),
      bad('lib/misc/thing.ts', 'export const thing = 1;'),
    ],
    allowed: [
      bad('lib/editors/insert.ts', "import type { Adapter } from '#lib/crm/adapter.ts';"),
      bad('lib/editors/insert.ts', "import { type Adapter } from '#lib/crm/adapter.ts';"),
      bad('components/overlay/card.tsx', "import { createClient } from '#lib/messaging/client.ts';"),
      bad('entrypoints/background/on-kb.ts', "import { read } from '#lib/storage/kb-reader.ts';"),
      bad('lib/storage/database.ts', "import Dexie from 'dexie';"),
    ],
  },
  {
    name: 'nothing imports an entrypoint',
    check: checkEntrypoints,
    violations: [
      bad('components/overlay/app.tsx', "import { rank } from '../../entrypoints/background/rank-cards.ts';"),
      bad('entrypoints/popup/main.tsx', "import { rank } from '../background/rank-cards.ts';"),
    ],
    allowed: [bad('entrypoints/background/index.ts', "import { registerKb } from './on-kb.ts';")],
  },
  {
    name: 'the extension interface is imported in lib/platform alone',
    check: checkPlatformImports,
    violations: [bad('entrypoints/background/index.ts', "import { browser } from 'wxt/browser';")],
    allowed: [bad('lib/platform/sites.ts', "import { browser } from 'wxt/browser';")],
  },
  {
    name: 'domain code knows no framework, and nothing shipped knows Node',
    check: checkPackages,
    violations: [
      bad('lib/domain/kb/rank.ts', "import { useState } from 'react';"),
      bad('lib/storage/backup.ts', "import { readFile } from 'node:fs/promises';"),
    ],
    allowed: [bad('lib/domain/kb/csv.ts', "import Papa from 'papaparse';")],
  },
];

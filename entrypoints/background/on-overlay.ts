import { openOptions } from '#lib/platform/open-options.ts';
import { injectOverlay } from '#lib/platform/sites.ts';
import { storageTrouble } from '#lib/storage/open-database.ts';
import { defaultSettings, installationText, readSetting, writeSetting } from '#lib/storage/settings.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';
import { isJustUpdated } from './update-notice.ts';

/** An attribute name that says nothing to the page; another one on every installation. */
function drawHostMark(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `data-${[...letters].map((value) => String.fromCharCode(97 + (value % 26))).join('')}`;
}

export function overlayHandlers(
  openDatabase: OpenDatabase,
): HandlerSlice<'page.recognised' | 'access.checked' | 'options.asked' | 'overlay.started' | 'panel.changed'> {
  return {
    'page.recognised': async (_, { tabId }) => {
      if (tabId !== undefined) await injectOverlay(tabId);
      return {};
    },
    'access.checked': async () => ({}),
    'options.asked': async () => {
      await openOptions();
      return {};
    },
    'overlay.started': async () => {
      const isUpdated = await isJustUpdated();
      try {
        const db = await openDatabase();
        const [panel, locale, hostMark] = await Promise.all([
          readSetting(db, 'panel'),
          readSetting(db, 'locale'),
          installationText(db, 'host-mark', drawHostMark),
        ]);
        return { panel, locale, hostMark, isUpdated };
      } catch (failure) {
        // Without storage the overlay still comes: it is where the agent learns that storage is off.
        if (storageTrouble(failure) === null) throw failure;
        return { ...defaultSettings, hostMark: drawHostMark(), isUpdated };
      }
    },
    'panel.changed': async (panel) => {
      await writeSetting(await openDatabase(), 'panel', panel);
      return {};
    },
  };
}

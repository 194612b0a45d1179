import { backgroundEvents } from '#lib/platform/background-events.ts';
import { openOptions } from '#lib/platform/open-options.ts';
import { pushToAll } from '#lib/platform/pushes.ts';
import { grantedPatterns, registerBootstrap, startInOpenTabs } from '#lib/platform/sites.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';
import { markUpdated } from './update-notice.ts';

/** Keeps the bootstrap on the sites the person enabled, in pages to come and in pages that are open already. */
export function registerSites(): void {
  backgroundEvents.onInstalled((reason) => {
    void (async () => {
      await registerBootstrap();
      if (reason === 'update') await markUpdated();
      await startInOpenTabs(await grantedPatterns());
      if (reason === 'install') await openOptions();
    })();
  });
  backgroundEvents.onBrowserStart(() => void registerBootstrap());
  backgroundEvents.onAccessAdded((patterns) => {
    void registerBootstrap().then(() => startInOpenTabs(patterns));
  });
  backgroundEvents.onAccessRemoved(() => {
    void registerBootstrap();
    void pushToAll({ push: 'access-revoked' });
  });
}

export function siteHandlers(openDatabase: OpenDatabase): HandlerSlice<'sites.listed'> {
  return {
    'sites.listed': async () => {
      const [patterns, isStorageWorking] = await Promise.all([
        grantedPatterns(),
        openDatabase().then(
          () => true,
          () => false,
        ),
      ]);
      return { patterns: [...patterns], isStorageWorking };
    },
  };
}

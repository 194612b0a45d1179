import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardKeys } from '#components/overlay/key-guard.ts';
import { currentWorld, openWorld } from '#components/overlay/page-world.ts';
import { builtInAdapters } from '#lib/crm/adapters.ts';
import { recognisePage } from '#lib/crm/recognise-page.ts';
import { backgroundClient, isExtensionAlive, onPush } from '#lib/platform/background-link.ts';

/** The bootstrap: all that an enabled site loads on every page. Asks for the overlay once a ticket is seen. */
export default defineUnlistedScript(() => {
  if (currentWorld()) return;
  const life = new AbortController();
  openWorld(() => ({ life, keyGuard: guardKeys(window, life.signal), hasOverlay: false }));
  const ask = () => {
    // Unreachable only if the extension was updated or removed meanwhile; then the next load of the page starts anew.
    if (isExtensionAlive())
      backgroundClient()
        .send('page.recognised', {})
        .catch(() => life.abort());
  };
  recognisePage(document, builtInAdapters, ask, life.signal);
  onPush(({ push }) => {
    if (push === 'access-revoked') {
      backgroundClient()
        .send('access.checked', {})
        .catch(() => life.abort());
    }
  }, life.signal);
});

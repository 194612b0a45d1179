import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ClientProvider } from '#components/hooks/client-context.tsx';
import { TextsProvider } from '#components/hooks/use-texts.tsx';
import { OverlayApp } from '#components/overlay/overlay-app.tsx';
import { createOverlayHost } from '#components/overlay/overlay-host.ts';
import { currentWorld, type PageWorld } from '#components/overlay/page-world.ts';
import { builtInAdapters, genericAdapter } from '#lib/crm/adapters.ts';
import { watchTicket } from '#lib/crm/watch-ticket.ts';
import { rememberCaret } from '#lib/editors/caret-memory.ts';
import { chooseLocale } from '#lib/i18n/texts.ts';
import type { Push } from '#lib/messaging/push.ts';
import { backgroundClient, interfaceLanguages, isExtensionAlive, onPush } from '#lib/platform/background-link.ts';
import { createPagePort } from './create-page-port.ts';

function newQueryClient(): QueryClient {
  // The client retries by itself; the background is never "offline"; nothing goes stale but by a change we hear of.
  const always = { retry: false, networkMode: 'always', staleTime: Number.POSITIVE_INFINITY } as const;
  return new QueryClient({ defaultOptions: { queries: { ...always, refetchOnWindowFocus: false } } });
}

async function start(world: PageWorld): Promise<void> {
  const { signal } = world.life;
  const client = backgroundClient();
  const settings = await client.send('overlay.started', {});
  if (signal.aborted) return;
  const host = createOverlayHost(document, settings.hostMark, signal);
  world.keyGuard.protect(host);
  const isAlive = () => {
    if (!isExtensionAlive()) world.life.abort();
    return !signal.aborted;
  };
  const watch = watchTicket({ page: document, adapters: builtInAdapters, generic: genericAdapter, signal, isAlive });
  const listeners = new Set<(push: Push) => void>();
  onPush((push) => {
    for (const listen of listeners) listen(push);
  }, signal);
  const port = createPagePort({
    watch,
    host,
    carets: rememberCaret(document, signal),
    onPush: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    openOptions: () => void client.send('options.asked', {}).catch(() => undefined),
  });
  const root = createRoot(host.mount);
  root.render(
    <QueryClientProvider client={newQueryClient()}>
      <ClientProvider client={client}>
        <TextsProvider locale={chooseLocale(settings.locale, interfaceLanguages())}>
          <OverlayApp port={port} startPanel={settings.panel} isUpdated={settings.isUpdated} />
        </TextsProvider>
      </ClientProvider>
    </QueryClientProvider>,
  );
  signal.addEventListener('abort', () => root.unmount());
}

/** The overlay: injected by the background into a page whose bootstrap recognised a ticket. */
export default defineUnlistedScript(() => {
  const world = currentWorld();
  if (!world || world.hasOverlay) return;
  world.hasOverlay = true;
  start(world).catch((failure) => {
    // Storage that is off is told by the options page; here the page must stay as if we had never come.
    console.error('Yesward could not start on this page.', failure);
    world.life.abort();
  });
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Client } from '#lib/messaging/client.ts';
import { ClientProvider } from './client-context.tsx';
import { type SiteAccess, SiteAccessProvider } from './site-access.tsx';
import { usePageLocale } from './use-page-locale.ts';
import { TextsProvider } from './use-texts.tsx';

interface ExtensionPageProps {
  client: Client;
  access: SiteAccess;
  browserLanguages: readonly string[];
  children: ReactNode;
}

/** The client tries again by itself where that can help, so that queries need not. */
function createQueries(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
}

function Localised({ browserLanguages, children }: Pick<ExtensionPageProps, 'browserLanguages' | 'children'>) {
  const locale = usePageLocale(browserLanguages);
  return locale === null ? null : <TextsProvider locale={locale}>{children}</TextsProvider>;
}

/** What every page of the extension stands in: its way to the background, its queries, its language. */
export function ExtensionPage({ client, access, browserLanguages, children }: ExtensionPageProps) {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider client={client}>
        <SiteAccessProvider access={access}>
          <Localised browserLanguages={browserLanguages}>{children}</Localised>
        </SiteAccessProvider>
      </ClientProvider>
    </QueryClientProvider>
  );
}

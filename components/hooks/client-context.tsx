import { createContext, type ReactNode, useContext } from 'react';
import type { Client } from '#lib/messaging/client.ts';

const ClientContext = createContext<Client | null>(null);

/** Gives the hooks below it their way to the background. */
export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient needs a ClientProvider above it');
  return client;
}

import type { YeswardDatabase } from '#lib/storage/database.ts';
import { installationText } from '#lib/storage/settings.ts';

const HEX = 16;

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(HEX).padStart(2, '0')).join('');
}

/** The name a ticket goes by in storage: SHA-256 over this installation's salt, the site and the ticket's id, in hex. */
export async function ticketHash(db: YeswardDatabase, origin: string, ticketId: string): Promise<string> {
  const salt = await installationText(db, 'salt', () => hex(crypto.getRandomValues(new Uint8Array(HEX))));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([salt, origin, ticketId].join('\n')));
  return hex(new Uint8Array(digest));
}

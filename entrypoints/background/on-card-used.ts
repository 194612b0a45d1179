import { recordActivity } from '#lib/storage/activity.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';
import { ticketHash } from './ticket-key.ts';

/** Stores what the agent did with a card; answers only after the strict commit. */
export function cardHandlers(openDatabase: OpenDatabase): HandlerSlice<'card.used'> {
  return {
    'card.used': async ({ id, ticketKey, articleId, kind }, { origin }) => {
      const db = await openDatabase();
      const hash = await ticketHash(db, origin, ticketKey);
      await recordActivity(db, { id, at: Date.now(), kind, articleId, ticketHash: hash });
      return { saved: true };
    },
  };
}

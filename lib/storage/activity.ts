import type { ActivityKind } from '#lib/domain/activity-kind.ts';
import type { ActivityRow, YeswardDatabase } from './database.ts';

/** What an agent did with the cards of one ticket, as far as it changes which cards are shown. */
export interface TicketActivity {
  readonly dismissedIds: ReadonlySet<string>;
  readonly helpfulIds: ReadonlySet<string>;
  /** Put into a reply; whether that was sent, the thread must tell. */
  readonly insertedIds: ReadonlySet<string>;
}

/** Adds a row if its id is absent: a message sent twice is stored once. Resolves after the strict commit. */
export async function recordActivity(db: YeswardDatabase, row: ActivityRow): Promise<void> {
  await db.transaction('rw', db.activity, async () => {
    if ((await db.activity.get(row.id)) === undefined) await db.activity.add(row);
  });
}

export async function readTicketActivity(db: YeswardDatabase, ticketHash: string): Promise<TicketActivity> {
  const rows = await db.activity
    .where('[ticketHash+articleId]')
    .between([ticketHash, ''], [ticketHash, '\uffff'], true, true)
    .toArray();
  const idsOf = (...kinds: ActivityKind[]) =>
    new Set(rows.filter(({ kind }) => kinds.includes(kind)).map(({ articleId }) => articleId));
  return {
    dismissedIds: idsOf('dismissed'),
    helpfulIds: idsOf('helpful'),
    insertedIds: idsOf('answer-inserted', 'copied'),
  };
}

/** Newest first. */
export async function listActivity(
  db: YeswardDatabase,
  limit: number,
): Promise<{ total: number; rows: ActivityRow[] }> {
  const [total, rows] = await Promise.all([
    db.activity.count(),
    db.activity.orderBy('at').reverse().limit(limit).toArray(),
  ]);
  return { total, rows };
}

export function eraseActivity(db: YeswardDatabase): Promise<number> {
  return db.transaction('rw', db.activity, async () => {
    const count = await db.activity.count();
    await db.activity.clear();
    return count;
  });
}

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseActivity, listActivity, readTicketActivity, recordActivity } from '#lib/storage/activity.ts';
import { type ActivityRow, YeswardDatabase } from '#lib/storage/database.ts';

let db: YeswardDatabase;
let count = 0;

beforeEach(() => {
  db = new YeswardDatabase(`activity-${count++}`);
});
afterEach(() => db.delete());

function row(id: string, more: Partial<ActivityRow> = {}): ActivityRow {
  return { id, at: 1_000, kind: 'answer-inserted', articleId: 'a', ticketHash: 't', ...more };
}

describe('activity', () => {
  test('a message sent again is stored once, as it first came', async () => {
    await recordActivity(db, row('1'));
    await recordActivity(db, row('1', { at: 2_000, kind: 'dismissed' }));
    await Promise.all(Array.from({ length: 5 }, () => recordActivity(db, row('2'))));
    expect(await listActivity(db, 10)).toEqual({ total: 2, rows: expect.arrayContaining([row('1'), row('2')]) });
  });

  test('is listed newest first, up to the limit, with the whole count', async () => {
    for (const at of [3, 1, 2]) await recordActivity(db, row(String(at), { at }));
    const { total, rows } = await listActivity(db, 2);
    expect([total, rows.map(({ id }) => id)]).toEqual([3, ['3', '2']]);
  });

  test('what was dismissed and found helpful is told by ticket', async () => {
    await recordActivity(db, row('1', { kind: 'dismissed', articleId: 'a' }));
    await recordActivity(db, row('2', { kind: 'helpful', articleId: 'b' }));
    await recordActivity(db, row('3', { kind: 'dismissed', articleId: 'c', ticketHash: 'u' }));
    await recordActivity(db, row('4', { kind: 'dismissed', articleId: 'd', ticketHash: 't2' }));
    expect(await readTicketActivity(db, 't')).toEqual({
      dismissedIds: new Set(['a']),
      helpfulIds: new Set(['b']),
      insertedIds: new Set(),
    });
  });

  test('is erased whole, and says how much that was', async () => {
    await recordActivity(db, row('1'));
    await recordActivity(db, row('2'));
    expect(await eraseActivity(db)).toBe(2);
    expect(await listActivity(db, 10)).toEqual({ total: 0, rows: [] });
  });
});

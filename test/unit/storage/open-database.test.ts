import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordActivity } from '#lib/storage/activity.ts';
import { YeswardDatabase } from '#lib/storage/database.ts';
import { createDatabaseOpener, StorageFailure, storageTrouble } from '#lib/storage/open-database.ts';

const factory = globalThis.indexedDB;
const row = { id: '1', at: 1, kind: 'helpful', articleId: 'a', ticketHash: 't' } as const;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
});
afterEach(() => {
  Dexie.dependencies.indexedDB = factory;
  vi.restoreAllMocks();
});

/** Makes the next openings throw as browsers do where storage is off. */
function refuseToOpen(name: string) {
  return vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', name);
  });
}

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const failure = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof StorageFailure)) throw new Error(`no storage failure: ${String(failure)}`);
  return failure.code;
}

describe('createDatabaseOpener', () => {
  test('opens once for all callers', async () => {
    const create = vi.fn(() => new YeswardDatabase('once'));
    const open = createDatabaseOpener(create);
    const [one, other] = await Promise.all([open(), open()]);
    expect(one).toBe(other);
    expect(await open()).toBe(one);
    expect(create).toHaveBeenCalledTimes(1);
  });

  test.each(['InvalidStateError', 'SecurityError', 'UnknownError'])(
    'a private window (%s) is storage-blocked',
    async (name) => {
      refuseToOpen(name);
      expect(await codeOf(createDatabaseOpener()())).toBe('storage-blocked');
    },
  );

  test('a disk without room is storage-full', async () => {
    refuseToOpen('QuotaExceededError');
    expect(await codeOf(createDatabaseOpener()())).toBe('storage-full');
  });

  test('a browser without IndexedDB is storage-blocked', async () => {
    Dexie.dependencies.indexedDB = undefined as unknown as IDBFactory;
    expect(await codeOf(createDatabaseOpener(() => new YeswardDatabase('none'))())).toBe('storage-blocked');
  });

  test('an open that hangs is given up after the limit', async () => {
    const hanging = { addEventListener: () => undefined } as unknown as IDBOpenDBRequest;
    vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockReturnValue(hanging);
    const limitMs = 60;
    const start = performance.now();
    expect(await codeOf(createDatabaseOpener(() => new YeswardDatabase('hangs'), limitMs)())).toBe('storage-slow');
    expect(performance.now() - start).toBeGreaterThanOrEqual(limitMs - 1);
  });

  test('an upgrade that a page of an older version blocks is given up, and works once that page is gone', async () => {
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = Dexie.dependencies.indexedDB.open('blocked', 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const open = createDatabaseOpener(() => new YeswardDatabase('blocked'), 100);
    expect(await codeOf(open())).toBe('storage-slow');
    older.close();
    expect((await open()).isOpen()).toBe(true);
  });

  test('a database that a newer version takes away is opened anew, within the limit again', async () => {
    const open = createDatabaseOpener(() => new YeswardDatabase('newer'), 100);
    const before = await open();
    const { indexedDB } = Dexie.dependencies;
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('newer', 1_000);
      request.onsuccess = () => resolve(request.result);
    });
    expect(before.isOpen()).toBe(false);
    newer.close();
    const hanging = { addEventListener: () => undefined } as unknown as IDBOpenDBRequest;
    vi.spyOn(indexedDB, 'open').mockReturnValue(hanging);
    expect(await codeOf(open())).toBe('storage-slow');
  });

  test('a failed opening is tried again by the next call', async () => {
    const refusing = refuseToOpen('InvalidStateError');
    const open = createDatabaseOpener(() => new YeswardDatabase('again'));
    expect(await codeOf(open())).toBe('storage-blocked');
    refusing.mockRestore();
    await recordActivity(await open(), row);
    expect(await (await open()).activity.count()).toBe(1);
  });
});

describe('storageTrouble', () => {
  test('tells a full disk in the middle of a write, and nothing of that write is kept', async () => {
    const db = await createDatabaseOpener(() => new YeswardDatabase('full'))();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failure = await recordActivity(db, row).catch((thrown: unknown) => thrown);
    expect(storageTrouble(failure)).toBe('storage-full');
    expect(await db.activity.count()).toBe(0);
  });

  test('a bug is no trouble of storage', () => {
    expect(storageTrouble(new TypeError('x is not a function'))).toBeNull();
    expect(storageTrouble(undefined)).toBeNull();
  });
});

import { YeswardDatabase } from './database.ts';

export type StorageTrouble = 'storage-blocked' | 'storage-full' | 'storage-slow';

/** Storage could not be used; nothing was written. The message says in plain words what the code stands for. */
export class StorageFailure extends Error {
  readonly code: StorageTrouble;

  constructor(code: StorageTrouble, options?: ErrorOptions) {
    super(`storage: ${code}`, options);
    this.code = code;
  }
}

/** An open that takes longer hangs for good: another page of an older version holds the database, or the disk fails. */
export const OPEN_LIMIT_MS = 3_000;

function codeOf(failure: unknown): StorageTrouble | null {
  const names: string[] = [];
  for (let at = failure as { name?: string; inner?: unknown } | undefined; at; at = at.inner as typeof at) {
    if (at.name) names.push(at.name);
  }
  if (names.includes('QuotaExceededError')) return 'storage-full';
  const blocked = [
    'OpenFailedError',
    'InvalidStateError',
    'SecurityError',
    'MissingAPIError',
    'VersionError',
    'UnknownError',
    'DatabaseClosedError',
  ];
  return names.some((name) => blocked.includes(name)) ? 'storage-blocked' : null;
}

/** What a failure of the database means, or null if it is not storage that failed. */
export function storageTrouble(failure: unknown): StorageTrouble | null {
  return failure instanceof StorageFailure ? failure.code : codeOf(failure);
}

/**
 * Opens the database, once for all callers; a failed opening is tried again by the next call, and so is one that another
 * version of the extension, or the browser, ended: left alone, Dexie would open it again by itself, without any limit. Rejects with a
 * {@link StorageFailure} where storage is off (a private window), full, or does not answer in time.
 */
export function createDatabaseOpener(
  create: () => YeswardDatabase = () => new YeswardDatabase(),
  limitMs = OPEN_LIMIT_MS,
) {
  let opening: Promise<YeswardDatabase> | null = null;
  return (): Promise<YeswardDatabase> => {
    opening ??= openWithin(create(), limitMs).then(
      (db) => {
        db.on('close', () => {
          opening = null;
        });
        db.on('versionchange', () => {
          db.close();
          return false;
        });
        return db;
      },
      (failure) => {
        opening = null;
        throw failure;
      },
    );
    return opening;
  };
}

async function openWithin(db: YeswardDatabase, limitMs: number): Promise<YeswardDatabase> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageFailure('storage-slow')), limitMs);
  });
  try {
    await Promise.race([db.open(), late]);
    return db;
  } catch (failure) {
    db.close();
    throw failure instanceof StorageFailure
      ? failure
      : new StorageFailure(codeOf(failure) ?? 'storage-blocked', { cause: failure });
  } finally {
    clearTimeout(timer);
  }
}

import { INDEX_VERSION, type KbStats } from '#lib/domain/kb/build-index.ts';
import type { KbGeneration, YeswardDatabase } from './database.ts';

/** What a generation's row keeps for the reader: figures for ranking, and the last term of each block in order. */
export interface StoredStats {
  readonly ranking: KbStats;
  /** Some 8 bytes a block of 16 kB: with it one exact read fetches each block, and no block is read twice. */
  readonly lastTerms: readonly string[];
}

/** The generation in force, if any article was ever imported. */
export async function activeGeneration(db: YeswardDatabase): Promise<KbGeneration | undefined> {
  return db.kbGenerations.where('state').equals('active').first();
}

/** The stored figures, or `null` where an older version of the extension wrote the index. */
export function storedStats(row: KbGeneration): StoredStats | null {
  const stats = row.stats as StoredStats | null;
  return stats?.ranking.version === INDEX_VERSION ? stats : null;
}

import type { Visibility } from '#lib/domain/kb/article.ts';
import type { ImportError } from '#lib/domain/kb/import/import-error.ts';
import type { RefusalCode } from './protocol.ts';

/** A file the person picked or dropped; `name` is its path where it came out of a folder. */
export interface PickedFile {
  readonly file: File;
  readonly name: string;
}

/** Long work that a page hands to its own worker. */
export type WorkOrder =
  | {
      readonly kind: 'import';
      readonly files: readonly PickedFile[];
      /** For articles that state none. */
      readonly visibility: Visibility;
      /** For articles that state none; `und` leaves it to their text. */
      readonly language: string;
      /** Stored articles that the files do not hold are removed. */
      readonly isReplacing: boolean;
    }
  | { readonly kind: 'rebuild' | 'clear-articles' | 'back-up' | 'export-activity' }
  | { readonly kind: 'restore'; readonly file: File };

export type WorkRequest = { readonly type: 'start'; readonly order: WorkOrder } | { readonly type: 'cancel' };

export interface WorkProgress {
  readonly stage: 'reading' | 'carrying-over' | 'indexing' | 'writing';
  readonly bytesRead: number;
  /** Null where the size is not known. */
  readonly bytesTotal: number | null;
  readonly articles: number;
  readonly errors: number;
}

/** Why a file was not restored; nothing was changed then. */
export type BackupProblem =
  | 'not-a-backup'
  | 'newer-version'
  | 'bad-encoding'
  | 'bad-line'
  | 'bad-article'
  | 'duplicate-id'
  | 'incomplete'
  | 'read-failed';

export type WorkOutcome =
  | {
      readonly state: 'stored';
      readonly articleCount: number;
      readonly written: number;
      readonly replaced: number;
      readonly carriedOver: number;
    }
  | { readonly state: 'restored'; readonly articles: number; readonly activity: number }
  | { readonly state: 'file'; readonly blob: Blob }
  | { readonly state: 'refused'; readonly errors: readonly ImportError[]; readonly errorCount: number }
  | { readonly state: 'backup-refused'; readonly problem: BackupProblem; readonly line: number | null }
  | { readonly state: 'cancelled' }
  /** Another page of the extension is at such work right now. */
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly code: RefusalCode | 'conflict' };

export type WorkUpdate =
  | { readonly type: 'progress'; readonly progress: WorkProgress }
  | { readonly type: 'done'; readonly outcome: WorkOutcome };

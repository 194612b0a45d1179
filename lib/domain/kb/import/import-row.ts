import type { ImportErrorCode } from './import-error.ts';

/** One record read into named values, whose names are still the file's own; or why it could not be. */
export type ImportRow =
  | { readonly ok: true; readonly values: ReadonlyMap<string, unknown>; readonly line: number }
  | {
      readonly ok: false;
      readonly code: ImportErrorCode;
      readonly line: number;
      readonly detail?: string;
      /** Nothing after it can be read. */
      readonly isFatal: boolean;
    };

/** Turns the text of a file, piece by piece, into rows. */
export interface RowReader {
  push(text: string): ImportRow[];
  end(): ImportRow[];
}

import type { SourceFile } from './source-file.ts';

export interface Example {
  readonly path: string;
  readonly text: string;
}

/** One house rule: what it says of a file, with examples that prove that it bites, and only where it should. */
export interface Rule {
  readonly name: string;
  /** What is wrong in a file, one line each, beginning with the path. */
  readonly check: (file: SourceFile) => string[];
  readonly violations: readonly Example[];
  readonly allowed: readonly Example[];
}

/** True for what ships in the extension. */
export function isShipped(path: string): boolean {
  return /^(entrypoints|components|lib)\//.test(path);
}

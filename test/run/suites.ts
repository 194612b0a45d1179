import { globSync } from 'node:fs';
import { root } from './run-tool.ts';

/** Suites that open browsers, by name: the files of each, and how long it may take in all. */
export const suites = {
  demo: { files: ['test/e2e/*.e2e.ts', 'test/hostile/**/*.e2e.ts'], timeoutMs: 420_000 },
  release: { files: ['test/e2e/release/*.e2e.ts'], timeoutMs: 180_000 },
  crm: { files: ['test/e2e/crm/*.e2e.ts'], timeoutMs: 900_000 },
  soak: { files: ['test/soak/**/*.soak.ts'], timeoutMs: 1_700_000 },
} as const satisfies Record<string, { readonly files: readonly string[]; readonly timeoutMs: number }>;

export type SuiteName = keyof typeof suites;

/** True once a suite has a file. */
export function hasFiles(name: SuiteName): boolean {
  return globSync([...suites[name].files], { cwd: root }).length > 0;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDir } from '#test/e2e/driver/extension-build.ts';
import type { Failure, StepResult } from './step.ts';

interface SizeLimit {
  readonly name: string;
  /** Files of the build; one that ends in `?` may be missing. */
  readonly files: readonly string[];
  /** Gzipped, in thousands of bytes. */
  readonly limitKb: number;
}

const limits: readonly SizeLimit[] = [
  { name: 'what every page loads', files: ['ticket.js'], limitKb: 10 },
  { name: 'the overlay', files: ['overlay.js', 'overlay.css?'], limitKb: 150 },
];

async function gzippedKb(dir: string, files: readonly string[]): Promise<number | null> {
  let bytes = 0;
  for (const file of files) {
    const content = await readFile(join(dir, file.replace('?', ''))).catch(() => null);
    if (content === null && !file.endsWith('?')) return null;
    if (content) bytes += gzipSync(content, { level: 9 }).length;
  }
  return bytes / 1000;
}

/** Measures the release build's files against their limits, prints the table, and counts each limit as one. */
export async function checkSizes(dir = buildDir('chromium', 'release')): Promise<StepResult> {
  const failures: Failure[] = [];
  for (const { name, files, limitKb } of limits) {
    const kb = await gzippedKb(dir, files);
    const size = kb === null ? 'missing' : `${kb.toFixed(1)} kB`;
    const label = files.map((file) => file.replace('?', '')).join(' + ');
    console.log(`  ${label.padEnd(26)} ${size.padStart(9)} of ${limitKb} kB gzip: ${name}`);
    if (kb === null || kb > limitKb)
      failures.push({ name, message: `${label} is ${size}, the limit is ${limitKb} kB gzip` });
  }
  return { passed: limits.length - failures.length, skipped: 0, failures };
}

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const appDir = fileURLToPath(new URL('./app/', import.meta.url));

/** The files of the page by the name they are served under. */
export type HelpdeskAssets = ReadonlyMap<string, Uint8Array>;

let built: Promise<HelpdeskAssets> | undefined;

/**
 * Bundles the page in memory, once a process: nothing lands on disk, so nothing goes stale and two test runs at once
 * don't meet. Takes less than a second.
 */
export function buildHelpdesk(): Promise<HelpdeskAssets> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<HelpdeskAssets> {
  const result = await build({
    absWorkingDir: appDir,
    entryPoints: { helpdesk: 'main.tsx', 'article-page': 'article-page.css', larkfield: 'larkfield.svg' },
    outdir: 'assets',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    loader: { '.svg': 'copy' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return new Map(result.outputFiles.map((file) => [file.path.replace(/^.*[\\/]/, ''), file.contents]));
}

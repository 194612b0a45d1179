import type { KeyGuard } from './key-guard.ts';

/** What our scripts share in one page: they run in one isolated world, which the page itself cannot reach. */
export interface PageWorld {
  /** Aborting it takes everything of ours out of the page. */
  readonly life: AbortController;
  readonly keyGuard: KeyGuard;
  /** True once the overlay script runs here. */
  hasOverlay: boolean;
}

const KEY = Symbol.for('yesward.page-world');
type Shelf = { [KEY]?: PageWorld | undefined };
const shelf = globalThis as typeof globalThis & Shelf;

/** The world of the scripts that run here now, or null before the bootstrap or after it was taken out. */
export function currentWorld(): PageWorld | null {
  const world = shelf[KEY];
  return world && !world.life.signal.aborted ? world : null;
}

export function openWorld(create: () => PageWorld): PageWorld {
  const world = create();
  shelf[KEY] = world;
  world.life.signal.addEventListener('abort', () => {
    if (shelf[KEY] === world) shelf[KEY] = undefined;
  });
  return world;
}

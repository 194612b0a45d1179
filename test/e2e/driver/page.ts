import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findClickPoint, type Point } from './find-click-point.ts';
import { type Box, callScript, elementsScript } from './find-elements.ts';
import { parseChord } from './parse-chord.ts';
import { waitUntil } from './wait-until.ts';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What a browser has to offer so that {@link createPage} can make a page of it. */
export interface Engine {
  /** Calls a function, given as text, in the page's own world; `closedRoots` passes it all closed shadow roots. */
  run(source: string, closedRoots: boolean): Promise<unknown>;
  goto(url: string): Promise<void>;
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
    wheel(options: { readonly deltaX: number; readonly deltaY: number }): Promise<void>;
  };
  readonly keyboard: {
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    type(text: string): Promise<void>;
  };
  screenshot(path: string): Promise<void>;
  setViewport(viewport: Viewport): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A tab. A selector is CSS; `host >>> inner` steps into a shadow root (also into a closed one where the release build
 * runs). Functions handed in run inside the page: they see their arguments, passed as JSON, and nothing else.
 */
export interface Page {
  /** Uncaught errors of the page and its scripts since it was opened. */
  readonly errors: readonly string[];
  /** Address shown now, also after an SPA moved on by itself. */
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  /** A real click at the middle of the first match, once it stands still and nothing covers it. */
  click(selector: string, options?: { readonly timeoutMs?: number }): Promise<void>;
  /** A real click at a place of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Turns the wheel over the first match, by CSS pixels downwards. */
  scroll(selector: string, pixels: number): Promise<void>;
  /** Real keys, one a character, to whatever has the focus. */
  type(text: string): Promise<void>;
  /** One key or chord: `Enter`, `Shift+Tab`, `Control+z`. */
  press(chord: string): Promise<void>;
  /** Visible text of the first match, waited for. */
  text(selector: string): Promise<string>;
  /** Visible texts of all matches there are now. */
  texts(selector: string): Promise<string[]>;
  count(selector: string): Promise<number>;
  /** Place of the first match, or null where none is rendered. */
  box(selector: string): Promise<Box | null>;
  /** Calls `use` with the elements that match now. */
  read<R>(selector: string, use: (elements: Element[]) => R | Promise<R>): Promise<R>;
  read<Args, R>(selector: string, use: (elements: Element[], args: Args) => R | Promise<R>, args: Args): Promise<R>;
  /** Waits until the selector matches something rendered, or until the function in the page returns true. */
  waitFor(condition: string | (() => unknown), options?: { readonly timeoutMs?: number }): Promise<void>;
  /** Waits until nothing rendered matches any more. */
  waitForGone(selector: string, options?: { readonly timeoutMs?: number }): Promise<void>;
  evaluate<R>(fn: () => R | Promise<R>): Promise<R>;
  evaluate<Args, R>(fn: (args: Args) => R | Promise<R>, args: Args): Promise<R>;
  /** Runs the text of a script in the page's own world, past its Content-Security-Policy. */
  runScript(text: string): Promise<void>;
  /** Writes a PNG of the viewport, making its folder. */
  screenshot(path: string): Promise<void>;
  setViewport(viewport: Viewport): Promise<void>;
  /** Makes it the tab in front, which the browser's own keys go to. */
  toFront(): Promise<void>;
  close(): Promise<void>;
}

function boxOf(elements: Element[]): Box | null {
  for (const element of elements) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const isShown = element.checkVisibility?.({ visibilityProperty: true }) ?? true;
    if (isShown && width > 0 && height > 0) return { x, y, width, height };
  }
  return null;
}

function textsOf(elements: Element[]): string[] {
  return elements.map((element) => {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees is asked for, not what is hidden
    return (element instanceof HTMLElement ? element.innerText : element.textContent).trim();
  });
}

/** Makes a {@link Page} of what a browser offers. `closedRoots`: selectors reach into closed shadow roots too. */
export function createPage(engine: Engine, errors: readonly string[], closedRoots: boolean): Page {
  const read = async <Args, R>(
    selector: string,
    use: (elements: Element[], args: Args) => R | Promise<R>,
    args?: Args,
  ): Promise<R> =>
    (await engine.run(elementsScript(selector, use, args as Args), closedRoots && selector.includes('>>>'))) as R;
  const box = (selector: string) => read(selector, boxOf);

  const clickAt = async (x: number, y: number): Promise<void> => {
    await engine.mouse.move(x, y);
    await engine.mouse.down();
    await engine.mouse.up();
  };
  const pointOf = async (selector: string, timeoutMs?: number): Promise<Point> => {
    const probe = async (): Promise<Point | null> => {
      const found = await read(selector, findClickPoint);
      if (typeof found !== 'string') return found;
      throw new Error(found);
    };
    return waitUntil(`a place to click on ${selector}`, probe, timeoutMs);
  };

  return {
    errors,
    url: async () => (await engine.run('() => location.href', false)) as string,
    goto: (url) => engine.goto(url),
    click: async (selector, { timeoutMs } = {}) => {
      const { x, y } = await pointOf(selector, timeoutMs);
      await clickAt(x, y);
    },
    clickAt,
    hover: async (selector) => {
      const { x, y } = await pointOf(selector);
      await engine.mouse.move(x, y);
    },
    scroll: async (selector, pixels) => {
      const { x, y } = await pointOf(selector);
      await engine.mouse.move(x, y);
      await engine.mouse.wheel({ deltaX: 0, deltaY: pixels });
    },
    type: (text) => engine.keyboard.type(text),
    press: async (chord) => {
      const keys = parseChord(chord);
      for (const key of keys) await engine.keyboard.down(key);
      for (const key of keys.toReversed()) await engine.keyboard.up(key);
    },
    text: async (selector) => {
      const found = await waitUntil(selector, async () => {
        const texts = await read(selector, textsOf);
        return texts.length > 0 && { first: texts[0] ?? '' };
      });
      return found.first;
    },
    texts: (selector) => read(selector, textsOf),
    count: (selector) => read(selector, (elements) => elements.length),
    box,
    read,
    waitFor: async (condition, { timeoutMs } = {}) => {
      if (typeof condition === 'string') await waitUntil(condition, () => box(condition), timeoutMs);
      else {
        const probe = async () => Boolean(await engine.run(callScript(condition, undefined), false));
        await waitUntil(String(condition), probe, timeoutMs);
      }
    },
    waitForGone: async (selector, { timeoutMs } = {}) => {
      await waitUntil(`no ${selector}`, async () => (await box(selector)) === null, timeoutMs);
    },
    evaluate: async <Args, R>(fn: (args: Args) => R | Promise<R>, args?: Args) =>
      (await engine.run(callScript(fn, args as Args), false)) as R,
    runScript: async (text) => void (await engine.run(`() => { ${text}\n }`, false)),
    screenshot: async (path) => {
      await mkdir(dirname(path), { recursive: true });
      await engine.screenshot(path);
    },
    setViewport: (viewport) => engine.setViewport(viewport),
    toFront: () => engine.toFront(),
    close: () => engine.close(),
  };
}

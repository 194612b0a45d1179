/** Where an element stands in the viewport, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Finds elements inside the page, so it names nothing from outside its own text. */
function findElements(selector: string, closedRoots: readonly ShadowRoot[]): Element[] {
  let roots: ParentNode[] = [document];
  let found: Element[] = [];
  for (const part of selector.split('>>>')) {
    found = roots.flatMap((root) => [...root.querySelectorAll(part.trim())]);
    roots = found.flatMap((element) => element.shadowRoot ?? closedRoots.filter((root) => root.host === element));
  }
  return found;
}

/**
 * Source text of a function that takes closed shadow roots, finds what `selector` matches (`host >>> inner` steps into
 * an open root or one of those) and hands the elements and `args` to `use`. Text, because a page's policy forbids it to
 * make functions of strings, but not a browser's debugger.
 */
export function elementsScript<Args, R>(
  selector: string,
  use: (elements: Element[], args: Args) => R | Promise<R>,
  args: Args,
): string {
  return `(...roots) => {
    ${findElements};
    return (${use})(findElements(${JSON.stringify(selector)}, roots), ${JSON.stringify(args) ?? 'undefined'});
  }`;
}

/** Source text of a function that calls `fn` with `args`, which must survive JSON. */
export function callScript<Args, R>(fn: (args: Args) => R | Promise<R>, args: Args): string {
  return `() => (${fn})(${JSON.stringify(args) ?? 'undefined'})`;
}

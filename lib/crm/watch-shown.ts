import { isVisible } from './is-visible.ts';

interface Options {
  /** One of the watched elements was shown or hidden. */
  readonly onToggle: () => void;
  /** One of them changed its size. */
  readonly onResize: () => void;
  readonly signal: AbortSignal;
}

/**
 * Tells when an element is shown that was there all along (Redmine's reply form waits under `display: none`), which no
 * mutation of its own tells and which watching every style of a page would tell too dearly. Call the result with the
 * elements to watch from now on. One that lies in a frame is watched by its frame.
 */
export function watchShown({ onToggle, onResize, signal }: Options): (elements: readonly Element[]) => void {
  const shown = new Map<Element, boolean>();
  const observer = new ResizeObserver((entries) => {
    let isToggled = false;
    for (const { target } of entries) {
      const isShown = isVisible(target);
      isToggled ||= shown.has(target) && shown.get(target) !== isShown;
      shown.set(target, isShown);
    }
    if (isToggled) onToggle();
    else onResize();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return (elements) => {
    const targets = new Set(elements.map((element) => element.ownerDocument.defaultView?.frameElement ?? element));
    for (const element of shown.keys()) {
      if (targets.has(element)) continue;
      observer.unobserve(element);
      shown.delete(element);
    }
    for (const element of targets) {
      if (shown.has(element)) continue;
      shown.set(element, isVisible(element));
      observer.observe(element);
    }
  };
}

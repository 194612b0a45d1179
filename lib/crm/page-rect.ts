interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function clip(rect: Rect, by: Rect): Rect {
  const left = Math.min(Math.max(rect.left, by.left), by.right);
  const top = Math.min(Math.max(rect.top, by.top), by.bottom);
  return {
    left,
    top,
    right: Math.max(left, Math.min(rect.right, by.right)),
    bottom: Math.max(top, Math.min(rect.bottom, by.bottom)),
  };
}

/** What of an element its own scrolling ancestors let through. */
function shownRect(element: Element): Rect {
  let shown: Rect = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  for (let outer = element.parentElement; outer && view; outer = outer.parentElement) {
    if (view.getComputedStyle(outer).overflow !== 'visible') shown = clip(shown, outer.getBoundingClientRect());
  }
  return shown;
}

function frameOf(element: Element): Element | null {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    // A frame of another origin does not tell who holds it.
    return null;
  }
}

/** Where a person sees an element in the top window's viewport, also when it lies in frames; CSS pixels. */
export function pageRect(element: Element): Rect {
  let rect = shownRect(element);
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    const [x, y] = [outer.left + frame.clientLeft, outer.top + frame.clientTop];
    const moved = { left: rect.left + x, top: rect.top + y, right: rect.right + x, bottom: rect.bottom + y };
    rect = clip(moved, shownRect(frame));
  }
  return rect;
}

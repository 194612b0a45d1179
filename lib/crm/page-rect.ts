/** Where an element stands in the top window's viewport, also when it lies in frames; CSS pixels. */
export function pageRect(element: Element): { left: number; top: number; right: number; bottom: number } {
  const box = element.getBoundingClientRect();
  let { left, top } = box;
  let { width, height } = box;
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
    // A long document scrolls inside its frame: only the frame is seen.
    width = Math.min(width, outer.width);
    height = Math.min(height, outer.height);
    top = Math.max(top, outer.top);
  }
  return { left, top, right: left + width, bottom: top + height };
}

function frameOf(element: Element): Element | null {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

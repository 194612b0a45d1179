export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Runs inside the page. The middle of the first element that is rendered, after bringing it into view and seeing it
 * stand still for two frames; a text that says why not where it moves or something else would take the click.
 */
export async function findClickPoint(elements: Element[]): Promise<Point | string> {
  const element = elements.find((candidate) => candidate.getClientRects().length > 0);
  if (!element) return elements.length > 0 ? 'matches are not rendered' : 'nothing matches';
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Inside the viewport, and inside every box around it that scrolls. */
  const isInView = () => {
    const box = element.getBoundingClientRect();
    const frames = [new DOMRect(0, 0, innerWidth, innerHeight)];
    for (let outer = element.parentElement; outer; outer = outer.parentElement)
      if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) frames.push(outer.getBoundingClientRect());
    return frames.every(
      (frame) =>
        box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom,
    );
  };
  if (!isInView()) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await nextFrame();
  await nextFrame();
  const after = element.getBoundingClientRect();
  if (before.x !== after.x || before.y !== after.y || before.width !== after.width) return 'it is moving';
  if ((element as HTMLButtonElement).disabled) return 'it is disabled';

  const point = { x: after.x + after.width / 2, y: after.y + after.height / 2 };
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(point.x, point.y);
  const isLabel = hit instanceof HTMLElement && hit.closest('label')?.contains(element);
  if (hit && (element.contains(hit) || hit.contains(element) || isLabel)) return point;
  return `${hit ? `<${hit.localName} class="${hit.getAttribute('class') ?? ''}">` : 'nothing'} is there instead`;
}

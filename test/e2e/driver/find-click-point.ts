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
  const isInView = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
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

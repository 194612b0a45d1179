/** A rectangle in CSS pixels of the viewport. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = 'left' | 'right';

export interface Placement {
  readonly kind: 'panel' | 'tab';
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacementWish {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly side: Side;
  readonly width: number;
  readonly isCollapsed: boolean;
  /** Never to be covered: the reply field and the send controls. */
  readonly avoid: readonly Rect[];
}

const MARGIN = 8;
const TAB = 32;
const TAB_HEIGHT = 88;
const MIN_WIDTH = 320;
const MIN_HEIGHT = 280;
/** Better than nothing to open where the page leaves no more. */
const LEAST_HEIGHT = 150;

function overlaps(one: Rect, other: Rect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The tallest free stretch of a column of the viewport, as [top, bottom], `margin` away from what it must not cover. */
function freeStretch(
  { left, right, height, margin = MARGIN }: { left: number; right: number; height: number; margin?: number },
  avoid: readonly Rect[],
): readonly [number, number] {
  const column = { left, right, top: 0, bottom: height };
  const taken = avoid.filter((rect) => overlaps(rect, column)).toSorted((one, other) => one.top - other.top);
  let best: readonly [number, number] = [margin, margin];
  let top = margin;
  for (const rect of [...taken, { top: height, bottom: height }]) {
    const bottom = rect.top - margin;
    if (bottom - top > best[1] - best[0]) best = [top, bottom];
    top = Math.max(top, rect.bottom + margin);
  }
  return best;
}

function tryPanel(wish: PlacementWish, side: Side, width: number, minHeight: number): Placement | null {
  if (width + 2 * MARGIN > wish.viewport.width) return null;
  const left = side === 'left' ? MARGIN : wish.viewport.width - width - MARGIN;
  const [top, bottom] = freeStretch({ left, right: left + width, height: wish.viewport.height }, wish.avoid);
  return bottom - top < minHeight ? null : { kind: 'panel', side, left, top, width, height: bottom - top };
}

function tryTab(wish: PlacementWish, side: Side, margin: number): Placement | null {
  const left = side === 'left' ? 0 : wish.viewport.width - TAB;
  const column = { left, right: left + TAB, height: wish.viewport.height, margin };
  const [top, bottom] = freeStretch(column, wish.avoid);
  if (bottom - top < TAB) return null;
  const height = Math.min(TAB_HEIGHT, bottom - top);
  const middle = Math.min(Math.max(top, wish.viewport.height * 0.3), bottom - height);
  return { kind: 'tab', side, left, top: middle, width: TAB, height };
}

/** The tab on its side; close by the reply, or on the other side, before it covers anything. */
function placeTab(wish: PlacementWish, other: Side): Placement {
  const { side, viewport } = wish;
  const tries = [side, other].flatMap((edge) => [tryTab(wish, edge, MARGIN), tryTab(wish, edge, 0)]);
  // Both edges are taken from top to bottom: there is no place that covers nothing.
  const corner = { kind: 'tab', side, left: side === 'left' ? 0 : viewport.width - TAB, top: 0 } as const;
  return tries.find((placement) => placement !== null) ?? { ...corner, width: TAB, height: TAB };
}

/**
 * Where the panel stands. On its side, in the tallest stretch that covers neither the reply nor Send; narrower if that
 * gives the room; else on the other side; else low; else collapsed to its tab.
 */
export function placePanel(wish: PlacementWish): Placement {
  const other: Side = wish.side === 'left' ? 'right' : 'left';
  if (wish.isCollapsed) return placeTab(wish, other);
  const narrow = Math.min(wish.width, MIN_WIDTH);
  const tries = [MIN_HEIGHT, LEAST_HEIGHT].flatMap((minHeight) => [
    tryPanel(wish, wish.side, wish.width, minHeight),
    tryPanel(wish, wish.side, narrow, minHeight),
    tryPanel(wish, other, wish.width, minHeight),
    tryPanel(wish, other, narrow, minHeight),
  ]);
  return tries.find((placement) => placement !== null) ?? placeTab(wish, other);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Placement, type PlacementWish, placePanel, type Rect } from '#components/overlay/place-panel.ts';

const side = fc.constantFrom('left', 'right');
const viewport = fc.record({ width: fc.integer({ min: 360, max: 2560 }), height: fc.integer({ min: 320, max: 1440 }) });
const width = fc.integer({ min: 320, max: 520 });
const rect = fc
  .record({
    left: fc.integer({ min: -400, max: 2560 }),
    top: fc.integer({ min: -400, max: 1440 }),
    wide: fc.integer({ min: 1, max: 1_600 }),
    high: fc.integer({ min: 1, max: 800 }),
  })
  .map(({ left, top, wide, high }): Rect => ({ left, top, right: left + wide, bottom: top + high }));
const wish: fc.Arbitrary<PlacementWish> = fc.record({
  viewport,
  side,
  width,
  isCollapsed: fc.boolean(),
  avoid: fc.array(rect, { maxLength: 4 }),
});

function covers({ left, top, width: wide, height }: Placement, avoid: readonly Rect[]): boolean {
  return avoid.some(
    (taken) => taken.left < left + wide && left < taken.right && taken.top < top + height && top < taken.bottom,
  );
}

/** Whether a tab as high as it is wide fits somewhere along an edge without covering anything. */
function hasRoomForTab({ viewport: view, avoid }: PlacementWish): boolean {
  const edges = [0, view.width - 32];
  return edges.some((left) => {
    for (let top = 0; top + 32 <= view.height; top++)
      if (!covers({ kind: 'tab', side: 'left', left, top, width: 32, height: 32 }, avoid)) return true;
    return false;
  });
}

describe('placePanel', () => {
  test('stays inside the viewport', () => {
    fc.assert(
      fc.property(wish, (wanted) => {
        const { left, top, width: wide, height } = placePanel(wanted);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + wide).toBeLessThanOrEqual(wanted.viewport.width);
        expect(top + height).toBeLessThanOrEqual(wanted.viewport.height);
        expect(Math.min(wide, height)).toBeGreaterThan(0);
      }),
    );
  });

  test('never covers the reply or Send while there is room for the tab along an edge', () => {
    fc.assert(
      fc.property(wish, (wanted) => {
        fc.pre(hasRoomForTab(wanted));
        expect(covers(placePanel(wanted), wanted.avoid)).toBe(false);
      }),
    );
  });

  test('takes the side and width that were asked for where nothing is in the way', () => {
    fc.assert(
      fc.property(fc.record({ viewport, side, width }), (wanted) => {
        fc.pre(wanted.viewport.width >= wanted.width + 16);
        const placed = placePanel({ ...wanted, isCollapsed: false, avoid: [] });
        expect(placed).toMatchObject({ kind: 'panel', side: wanted.side, width: wanted.width });
      }),
    );
  });

  test('a collapsed panel is its tab on its side, if that side has room', () => {
    fc.assert(
      fc.property(fc.record({ viewport, side, width }), (wanted) => {
        expect(placePanel({ ...wanted, isCollapsed: true, avoid: [] })).toMatchObject({
          kind: 'tab',
          side: wanted.side,
        });
      }),
    );
  });
});

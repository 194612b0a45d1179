import { closestOf } from './dom-access.ts';

/** True if the element, and the frame it lies in, is rendered. Says nothing about being scrolled into view. */
export function isVisible(element: Element): boolean {
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (frame && !isVisible(frame)) return false;
  // Documents without layout (tests) know no checkVisibility; there only what is written in the markup counts.
  if (typeof element.checkVisibility === 'function') return element.checkVisibility({ visibilityProperty: true });
  return (
    closestOf(element, '[hidden], [style*="display: none"], [style*="display:none"], [style*="visibility: hidden"]') ===
    null
  );
}

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { Side } from './place-panel.ts';

const MIN = 320;
const MAX = 520;
const STEP = 20;

const within = (width: number) => Math.round(Math.min(MAX, Math.max(MIN, width)));

/** The panel's inner edge: dragged, or moved by the arrow keys. */
export function ResizeHandle(props: { side: Side; width: number; onResize: (width: number, isDone: boolean) => void }) {
  const { side, width, onResize } = props;
  const { texts } = useTexts();
  const start = useRef<{ x: number; width: number } | null>(null);
  const outward = side === 'right' ? -1 : 1;
  const drag = (event: PointerEvent, isDone: boolean) => {
    if (!start.current) return;
    onResize(within(start.current.width + (event.clientX - start.current.x) * outward), isDone);
    if (isDone) start.current = null;
  };
  const step = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    onResize(within(width + direction * outward * STEP), true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can be neither dragged nor focused
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.overlay.resize}
      aria-valuenow={width}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      tabIndex={0}
      className={`resize is-${side}`}
      onKeyDown={step}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => drag(event, false)}
      onPointerUp={(event) => drag(event, true)}
    />
  );
}

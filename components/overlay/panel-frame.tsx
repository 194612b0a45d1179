import type { CSSProperties, ReactNode } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import { BrandIcon, CollapseIcon, KeyboardIcon, SettingsIcon, SideIcon } from '../ui/icons.tsx';
import type { Placement, Side } from './place-panel.ts';
import { ResizeHandle } from './resize-handle.tsx';

interface Props {
  readonly placement: Placement;
  readonly width: number;
  readonly cardCount: number;
  readonly onOpen: () => void;
  readonly onCollapse: () => void;
  readonly onMove: (side: Side) => void;
  readonly onResize: (width: number, isDone: boolean) => void;
  readonly onHelp: () => void;
  readonly onOptions: () => void;
  readonly children: ReactNode;
}

/** The panel at its place with its few controls, or the tab it collapses to. */
export function PanelFrame(props: Props) {
  const { placement, cardCount, children } = props;
  const { texts, count } = useTexts();
  const { overlay } = texts;
  const { left, top, width, height, side } = placement;
  const style: CSSProperties = { left, top, width, height };
  if (placement.kind === 'tab') {
    return (
      <button
        type="button"
        className={`tab is-${side}`}
        style={style}
        data-part="tab"
        aria-label={`${overlay.open}: ${count(overlay.tabCount, cardCount)}`}
        title={overlay.open}
        onClick={props.onOpen}
      >
        <BrandIcon />
        <span>{cardCount}</span>
      </button>
    );
  }
  const otherSide = side === 'left' ? 'right' : 'left';
  const moveLabel = otherSide === 'left' ? overlay.moveLeft : overlay.moveRight;
  return (
    <aside className={`panel is-${side}`} style={style} aria-label={overlay.panelName} data-part="panel">
      <ResizeHandle side={side} width={props.width} onResize={props.onResize} />
      <header>
        <span className="brand">
          <BrandIcon /> Yesward
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={overlay.shortcuts}
          title={overlay.shortcuts}
          onClick={props.onHelp}
        >
          <KeyboardIcon />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={overlay.options}
          title={overlay.options}
          onClick={props.onOptions}
        >
          <SettingsIcon />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={moveLabel}
          title={moveLabel}
          onClick={() => props.onMove(otherSide)}
        >
          <SideIcon side={otherSide} />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={overlay.collapse}
          title={overlay.collapse}
          data-part="collapse"
          onClick={props.onCollapse}
        >
          <CollapseIcon side={side} />
        </button>
      </header>
      <div className="content">{children}</div>
    </aside>
  );
}

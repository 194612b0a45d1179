import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { MoreIcon } from '../ui/icons.tsx';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** Drawn with a line above it. */
  readonly startsGroup?: boolean;
}

const MENU_WIDTH = 200;

/**
 * A menu button by the browser's own popover: it lies in the top layer, closes on Escape and on a press outside, and
 * does both inside a closed shadow root too, where libraries that watch the document for outside presses do not.
 */
export function CardMenu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useLayoutEffect(() => {
    const [list, anchor] = [menu.current, button.current];
    if (!list || !anchor) return;
    // Open it stands at the corner of the window until it is placed.
    list.classList.toggle('is-placed', isOpen);
    if (!isOpen) return;
    const box = anchor.getBoundingClientRect();
    const fitsBelow = box.bottom + list.offsetHeight + 8 < innerHeight;
    list.style.top = `${Math.max(4, fitsBelow ? box.bottom + 4 : box.top - list.offsetHeight - 4)}px`;
    list.style.left = `${Math.max(4, Math.min(box.right - MENU_WIDTH, innerWidth - MENU_WIDTH - 4))}px`;
    list.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [isOpen]);

  const close = () => {
    menu.current?.hidePopover();
    // The toggle event comes later, and not at all if the menu is open again by then.
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = entries.findIndex((entry) => entry.matches(':focus'));
    const targets: Record<string, number> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      // The list of cards moves by the same keys.
      event.stopPropagation();
      entries[target]?.focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={label}
        popoverTarget={id}
        data-part="card-menu"
      >
        <MoreIcon />
      </button>
      <div
        ref={menu}
        id={id}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        popover="auto"
        className="menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={move}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={item.startsGroup ? 'menu-item starts-group' : 'menu-item'}
            onClick={() => {
              close();
              item.run();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}

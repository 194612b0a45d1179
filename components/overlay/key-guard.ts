/** The element whose shadow root holds our fields, and that root. */
export interface GuardedHost {
  readonly host: Element;
  readonly root: ShadowRoot;
}

export interface KeyGuard {
  /** Names the host from now on. */
  protect(guarded: GuardedHost): void;
}

const KEYS = ['keydown', 'keypress', 'keyup'] as const;
const EDITS = [
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
];

/** What our views act on beside keys and edits. */
const PRESSES = [
  ...[
    'click',
    'dblclick',
    'auxclick',
    'contextmenu',
    'mousedown',
    'mouseup',
    'pointerdown',
    'pointermove',
    'pointerup',
  ],
  ...['change', 'submit', 'toggle', 'beforetoggle', 'focusin', 'focusout'],
];

/** Firefox makes every KeyboardEvent one that leaves shadow roots, whatever it is told; a plain event with the keys stays. */
function cloneOf(event: Event): Event | null {
  if (event instanceof KeyboardEvent) {
    const { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey } = event;
    const keys = { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey };
    return Object.assign(new Event(event.type, { bubbles: true, cancelable: true }), keys);
  }
  return event.type === 'input' ? new Event('input', { bubbles: true }) : null;
}

/**
 * Keeps what is typed in our fields from the page. A closed root hides the field, not the key: a helpdesk that listens
 * on its window would act on "j". Registered before the page's own scripts run, this stops every such event at the
 * window and hands a copy to the focused element inside our root; the copy cannot leave that root. The browser's own
 * action (the letter typed, the button pressed) happens as always. Inside the root nothing but the agent's own events and
 * those copies counts: Firefox hands a page elements of a closed root (`originalTarget`, `find()`), which it could press.
 */
export function guardKeys(view: Window, signal: AbortSignal): KeyGuard {
  let guarded: GuardedHost | null = null;
  const copies = new WeakSet<Event>();
  const refuseForged = (event: Event) => {
    if (event.isTrusted || copies.has(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const intercept = (event: Event) => {
    if (!guarded || event.target !== guarded.host) return;
    event.stopImmediatePropagation();
    const inner = guarded.root.activeElement;
    const copy = event.isTrusted && inner ? cloneOf(event) : null;
    if (!copy || !inner) return;
    copies.add(copy);
    if (!inner.dispatchEvent(copy)) event.preventDefault();
  };
  for (const type of [...KEYS, ...EDITS]) view.addEventListener(type, intercept, { capture: true, signal });
  return {
    protect: (next) => {
      guarded = next;
      for (const type of [...KEYS, ...EDITS, ...PRESSES])
        next.root.addEventListener(type, refuseForged, { capture: true, signal });
    },
  };
}

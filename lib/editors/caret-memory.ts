/** Remembers where the caret was in editable regions that lost the focus. */
export interface CaretMemory {
  /** The place in this region, moved along with later edits; null if it never had the caret. */
  caretOf(region: Element): Range | null;
}

function editableRootOf(target: EventTarget | undefined): Element | null {
  const element = target as Partial<Element> | undefined;
  const region = element?.closest?.('[contenteditable]:not([contenteditable="false"])') ?? null;
  return region?.parentElement?.closest('[contenteditable]:not([contenteditable="false"])') ?? region;
}

/**
 * Watches a document until the signal aborts. Needed because focusing our own search field moves the document's only
 * selection there. Regions are held weakly: one that the page throws away is forgotten.
 */
export function rememberCaret(page: Document, signal: AbortSignal): CaretMemory {
  const places = new WeakMap<Element, Range>();
  page.addEventListener(
    'focusout',
    (event) => {
      const region = editableRootOf(event.composedPath()[0]);
      const selection = page.getSelection();
      if (!region || !selection || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (region.contains(range.startContainer)) places.set(region, range.cloneRange());
    },
    { capture: true, signal },
  );
  return { caretOf: (region) => places.get(region) ?? null };
}

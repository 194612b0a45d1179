import type { ComposerHandle, PlainField } from './composer-handle.ts';

/** Where a block goes in a plain field, as an offset into its value. */
export function plainOffset(field: PlainField): number {
  const { value } = field;
  const at = field.selectionEnd ?? 0;
  const isActive = field.ownerDocument.activeElement === field;
  // An untouched field has its caret at the start or the end, depending on the browser: that says nothing.
  const isTouched = value !== field.defaultValue || (at > 0 && at < value.length);
  if (isActive || isTouched) return at;
  const signature = /(?:^|\n)-- ?\n/.exec(value);
  return signature ? signature.index : 0;
}

function isInside(element: HTMLElement, range: Range | null | undefined): range is Range {
  return range != null && element.contains(range.startContainer) && element.contains(range.endContainer);
}

function selectionOf(element: HTMLElement): Selection | null {
  const root = element.getRootNode() as Document | (ShadowRoot & { getSelection?: () => Selection | null });
  // Chromium keeps a selection for each shadow root; Firefox answers for the document alone.
  return ('getSelection' in root && root.getSelection?.()) || element.ownerDocument.getSelection();
}

function blockAround(element: HTMLElement, node: Node): Node {
  let block = node;
  while (block !== element && block.parentNode && block.parentNode !== element) block = block.parentNode;
  return block;
}

/** The end of what stands before the first match of `before`; without a match the start of the field. */
function startingRange(element: HTMLElement, before: readonly string[]): Range {
  const range = element.ownerDocument.createRange();
  const found = before.map((css) => element.querySelector(css)).find((match) => match !== null);
  const block = found ? (blockAround(element, found) as Element) : null;
  const previous = block?.previousElementSibling;
  range.selectNodeContents(previous ?? block ?? element.firstElementChild ?? element);
  range.collapse(!previous);
  return range;
}

/** Where a block goes in an editable region, and whether it meets words of the same paragraph on either side. */
export interface RichPlace {
  readonly wordsBefore: boolean;
  readonly wordsAfter: boolean;
}

function hasWords(element: HTMLElement, range: Range, side: 'before' | 'after'): boolean {
  const block = blockAround(element, range.startContainer);
  const around = element.ownerDocument.createRange();
  around.selectNodeContents(block);
  if (side === 'before') around.setEnd(range.startContainer, range.startOffset);
  else around.setStart(range.endContainer, range.endOffset);
  return around.toString().trim() !== '';
}

/**
 * Focuses an editable region and puts the caret where the block shall go: where it was, else before the signature, else
 * at the start. Selected words are kept: the caret goes to their end.
 */
export function placeCaret(target: ComposerHandle, before: readonly string[]): RichPlace {
  const { element } = target;
  const selection = selectionOf(element);
  const current = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const kept = [target.caret, current].find((range) => isInside(element, range));
  const range = kept ? kept.cloneRange() : startingRange(element, before);
  range.collapse(false);
  element.focus({ preventScroll: true });
  selection?.removeAllRanges();
  selection?.addRange(range);
  return { wordsBefore: hasWords(element, range, 'before'), wordsAfter: hasWords(element, range, 'after') };
}

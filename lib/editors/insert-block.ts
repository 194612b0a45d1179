import type { InsertStrategy } from '#lib/crm/adapter.ts';
import { type BlockContent, type ComposerHandle, isPlainField, type PlainField } from './composer-handle.ts';
import { fieldText, hasArrived, squeezed } from './field-text.ts';
import { dispatchPaste } from './page-paste.ts';
import { placeCaret, plainOffset } from './place-caret.ts';

/**
 * `unchanged`: nothing took it. `garbled`: something took it and made other text of it; left as it is, since a second
 * try could double it. `gone`: the page replaced the field meanwhile.
 */
export type InsertFailure = 'unchanged' | 'garbled' | 'gone';
export type InsertResult =
  | { readonly ok: true; readonly strategy: InsertStrategy }
  | { readonly ok: false; readonly reason: InsertFailure };

/** Editors learn of a new selection by an event of their own turn. */
const SELECTION_SETTLES_MS = 40;
const LOOK_EVERY_MS = 30;
const READ_BACK_MS = 300;
/** An editor that took the paste may still be loading what it needs for it. */
const READ_BACK_TAKEN_MS = 900;
/** CKEditor 5 shows text of `execCommand` for a moment and then drops it: look twice. */
const SECOND_LOOK_MS = 120;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The window of the field's own frame, whose constructors its listeners know. */
function viewOf(element: HTMLElement): (Window & typeof globalThis) | null {
  return element.ownerDocument.defaultView;
}

/**
 * CKEditor 4 has its own Ctrl+Z. It keeps a step at a click (without one before the block, undoing would go too far
 * back, to its placeholder as real text) and wakes its undo command at a key-up after input (without one, the first
 * Ctrl+Z after the block does nothing).
 */
function tellUndo(element: HTMLElement, type: 'click' | 'keyup'): void {
  const view = viewOf(element);
  if (!view || !element.classList.contains('cke_editable')) return;
  const init = { bubbles: true };
  element.dispatchEvent(type === 'click' ? new view.MouseEvent(type, init) : new view.KeyboardEvent(type, init));
}

interface Attempt {
  readonly html: string;
  readonly text: string;
}

/** Says whether the page itself claimed the input; the text decides, not this. */
type Strategy = (element: HTMLElement, attempt: Attempt) => boolean;

const richStrategies: Record<InsertStrategy, Strategy> = {
  paste: (element, { html, text }) => dispatchPaste(element, html, text),
  beforeinput: (element, { text }) => {
    const view = viewOf(element);
    if (!view) return false;
    const init = { bubbles: true, cancelable: true, composed: true, inputType: 'insertReplacementText', data: text };
    return !element.dispatchEvent(new view.InputEvent('beforeinput', init));
  },
  exec: (element, { html }) => {
    tellUndo(element, 'click');
    const isTaken = element.ownerDocument.execCommand('insertHTML', false, html);
    tellUndo(element, 'keyup');
    return isTaken;
  },
  value: () => false,
};

const plainStrategies: Record<InsertStrategy, Strategy> = {
  paste: (element, { text }) => dispatchPaste(element, '', text),
  beforeinput: () => false,
  exec: (element, { text }) => element.ownerDocument.execCommand('insertText', false, text),
  value: (element, { text }) => {
    const field = element as PlainField;
    const at = field.selectionEnd ?? field.value.length;
    field.setRangeText(text, at, at, 'end');
    const view = viewOf(field);
    const init = { bubbles: true, composed: true, inputType: 'insertFromPaste', data: text };
    if (view) field.dispatchEvent(new view.InputEvent('input', init));
    return true;
  },
};

function preparePlain(field: PlainField, target: ComposerHandle, content: BlockContent): Attempt {
  const block = (target.format === 'html' ? content.text : content[target.format]).trim();
  const at = plainOffset(field);
  const before = field.value.slice(0, at);
  const after = field.value.slice(at);
  const front = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const back = after.trim() === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  return { html: '', text: front + block + back };
}

async function prepareRich(target: ComposerHandle, content: BlockContent, before: readonly string[]): Promise<Attempt> {
  const shown = fieldText(target.element);
  let place = placeCaret(target, before);
  await wait(SELECTION_SETTLES_MS);
  // A placeholder kept as real text (CKEditor 4) goes at the first focus, and the caret with it.
  if (fieldText(target.element) !== shown) {
    place = placeCaret(target, before);
    await wait(SELECTION_SETTLES_MS);
  }
  const { wordsBefore, wordsAfter } = place;
  // The first and last block of what is inserted melt into the paragraph at the caret: give them empty ones to melt with.
  const html = (wordsBefore ? '<p><br></p>' : '') + content.html + (wordsAfter ? '<p><br></p>' : '');
  return { html, text: content.text };
}

function linesOf(target: ComposerHandle, content: BlockContent, text: string): string[] {
  if (isPlainField(target.element)) return text.split('\n');
  const parsed = new DOMParser().parseFromString(
    content.html.replace(/<(?=\/?(?:p|li|h\d|div|br|td|th|tr|pre|ul|ol)\b)/gi, '\n<'),
    'text/html',
  );
  return (parsed.body.textContent ?? '').split('\n');
}

async function arrives(
  element: HTMLElement,
  before: string,
  lines: readonly string[],
  budgetMs: number,
): Promise<boolean> {
  for (let waited = 0; waited <= budgetMs; waited += LOOK_EVERY_MS) {
    if (hasArrived(before, fieldText(element), lines)) {
      await wait(SECOND_LOOK_MS);
      if (hasArrived(before, fieldText(element), lines)) return true;
    }
    await wait(LOOK_EVERY_MS);
  }
  return false;
}

/**
 * Puts a block into the page's reply field through the editor's own input path, so that its model, its undo and its
 * draft know of it. The block goes where the caret last was, else before the first match of `before` (a signature),
 * else to the start. Tries the strategies in order; each is believed only once the text is there, and still there a
 * moment later. On `ok: false` nothing of ours is in the field (or, `garbled`, not as meant): offer the clipboard.
 */
export async function insertBlock(
  target: ComposerHandle,
  content: BlockContent,
  strategies: readonly InsertStrategy[],
  before: readonly string[] = [],
): Promise<InsertResult> {
  const { element } = target;
  const isPlain = isPlainField(element);
  for (const strategy of strategies) {
    if (!element.isConnected) return { ok: false, reason: 'gone' };
    const attempt = isPlain ? preparePlain(element, target, content) : await prepareRich(target, content, before);
    const start = fieldText(element);
    const isTaken = (isPlain ? plainStrategies : richStrategies)[strategy](element, attempt);
    const budgetMs = isTaken ? (strategy === 'paste' ? READ_BACK_TAKEN_MS : READ_BACK_MS) : LOOK_EVERY_MS;
    if (await arrives(element, start, linesOf(target, content, attempt.text), budgetMs)) return { ok: true, strategy };
    if (element.isConnected && squeezed(fieldText(element)) !== squeezed(start))
      return { ok: false, reason: 'garbled' };
  }
  return { ok: false, reason: element.isConnected ? 'unchanged' : 'gone' };
}

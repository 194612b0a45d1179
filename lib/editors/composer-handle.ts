/** A reply field of the page, as found a moment ago. */
export interface ComposerHandle {
  /** A textarea or input, or the root of an editable region (the body, for an editor in a frame). */
  readonly element: HTMLElement;
  /** What the field holds. */
  readonly format: 'html' | 'text' | 'textile' | 'markdown';
  /** Where the caret was when the field last had it, if the caller remembers (see `caret-memory.ts`). */
  readonly caret?: Range | null;
}

/** One block in each form a field can hold. Written by us from an article's own tree: the HTML is safe as it stands. */
export interface BlockContent {
  readonly html: string;
  readonly text: string;
  readonly textile: string;
  readonly markdown: string;
}

export type PlainField = HTMLTextAreaElement | HTMLInputElement;

/** True for fields whose text is a `value`. Goes by name: a field in a frame is of another realm. */
export function isPlainField(element: Element): element is PlainField {
  return element.localName === 'textarea' || element.localName === 'input';
}

/** A text in the two forms the clipboard takes. */
interface Clip {
  readonly html: string;
  readonly text: string;
}

/** Plain-http pages have no `navigator.clipboard`: the browser's own copy command takes a selected field. */
function copyByCommand(text: string, place: ShadowRoot): boolean {
  const page = place.ownerDocument;
  const field = page.createElement('textarea');
  const focused = place.activeElement;
  field.value = text;
  field.style.setProperty('position', 'fixed');
  field.style.setProperty('opacity', '0');
  place.append(field);
  field.select();
  const isCopied = page.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}

/**
 * Puts a text on the clipboard, with its formatting where the page allows that. Must follow a press of the person.
 * `place` is our own root: the page's document is not touched. False if the browser refused.
 */
export async function copyContent({ html, text }: Clip, place: ShadowRoot): Promise<boolean> {
  if (!navigator.clipboard) return copyByCommand(text, place);
  try {
    const forms = {
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return copyByCommand(text, place);
  }
}

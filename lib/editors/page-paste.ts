/** What a paste event needs of the page's own window. */
interface PageWindow {
  readonly Object: new () => Record<string, unknown>;
  readonly DataTransfer: new () => DataTransfer;
  readonly ClipboardEvent: new (type: string, init: Record<string, unknown>) => ClipboardEvent;
}

/**
 * In Firefox the page can't read a DataTransfer made by a content script, so event and data are built by the page's own
 * constructors, reached through `wrappedJSObject`. Elsewhere the window itself will do.
 */
function pageWindowOf(element: HTMLElement): PageWindow | null {
  const view = element.ownerDocument.defaultView as (Window & { wrappedJSObject?: unknown }) | null;
  return (view?.wrappedJSObject ?? view) as PageWindow | null;
}

/**
 * Sends the element a synthetic paste. True if the page took it (called `preventDefault`); false if it didn't, or if
 * the event can't carry data here: then nothing has happened.
 */
export function dispatchPaste(element: HTMLElement, html: string, text: string): boolean {
  const page = pageWindowOf(element);
  if (!page) return false;
  const clipboardData = new page.DataTransfer();
  clipboardData.setData('text/plain', text);
  if (html !== '') clipboardData.setData('text/html', html);
  const init = new page.Object();
  Object.assign(init, { bubbles: true, cancelable: true, composed: true, clipboardData });
  const event = new page.ClipboardEvent('paste', init);
  if (event.clipboardData?.getData('text/plain') !== text) return false;
  return !element.dispatchEvent(event);
}

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

function fill(data: DataTransfer, html: string, text: string): void {
  if (data.getData('text/plain') !== text) data.setData('text/plain', text);
  if (html !== '' && data.getData('text/html') !== html) data.setData('text/html', html);
}

/**
 * Sends the element a synthetic paste. True if the page took it (called `preventDefault`); false if it didn't, or if
 * the event can't carry data here: then nothing has happened.
 */
export function dispatchPaste(element: HTMLElement, html: string, text: string): boolean {
  const page = pageWindowOf(element);
  if (!page) return false;
  const clipboardData = new page.DataTransfer();
  fill(clipboardData, html, text);
  const init = new page.Object();
  // Firefox makes its own data from `data` and `dataType` and overlooks `clipboardData`; Chromium the other way round.
  Object.assign(init, {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
    dataType: 'text/plain',
    data: text,
  });
  const event = new page.ClipboardEvent('paste', init);
  const carried = event.clipboardData;
  if (!carried) return false;
  fill(carried, html, text);
  if (carried.getData('text/plain') !== text || carried.getData('text/html') !== html) return false;
  return !element.dispatchEvent(event);
}

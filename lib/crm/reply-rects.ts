import { pageRect } from './page-rect.ts';
import type { ReplyElements } from './read-ticket.ts';

type Rect = ReturnType<typeof pageRect>;

/** A box that is higher than its field by more than this is a form or the page, not the reply's own frame. */
const MAX_FRAME_PX = 240;

/** The smallest box around the field and what sends it: it holds the channel switch and the toolbar too. */
function frameOf(field: Element, send: Element | undefined): Element | null {
  let box: Element | null = field.parentElement;
  while (box && send && !box.contains(send)) box = box.parentElement;
  return send ? box : null;
}

/** What must stay in sight while a reply is written: its field, what sends it, and the frame they stand in. */
export function replyRects({ composer, sendControls }: ReplyElements): readonly Rect[] {
  const rects = [...(composer ? [composer] : []), ...sendControls].map(pageRect);
  const [field] = rects;
  const frame = composer && frameOf(composer, sendControls[0]);
  if (!field || !frame) return rects;
  const outer = pageRect(frame);
  const extra = outer.bottom - outer.top - (field.bottom - field.top);
  return extra <= MAX_FRAME_PX ? [...rects, outer] : rects;
}

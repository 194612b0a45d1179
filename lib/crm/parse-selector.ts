/** One entry of an adapter's selector list, taken apart. */
export interface ParsedSelector {
  /** Frames to go through, outermost first. */
  readonly frames: readonly string[];
  /** Empty: the scope itself. */
  readonly css: string;
  /** The attribute to read in place of the text, or null. */
  readonly attribute: string | null;
}

const parsed = new Map<string, ParsedSelector>();

/** Takes `frame >> css@attribute` apart; each distinct entry once. */
export function parseSelector(entry: string): ParsedSelector {
  const known = parsed.get(entry);
  if (known) return known;
  const steps = entry.split(' >> ').map((step) => step.trim());
  const last = steps.pop() ?? '';
  const suffix = /^(.*)@([a-z][\w:-]*)$/is.exec(last);
  const selector = { frames: steps, css: suffix?.[1]?.trim() ?? last, attribute: suffix?.[2] ?? null };
  parsed.set(entry, selector);
  return selector;
}

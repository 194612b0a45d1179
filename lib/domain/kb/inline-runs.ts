import type { Inline } from './article.ts';

export type Mark = { readonly type: 'strong' | 'em' | 'code' } | { readonly type: 'link'; readonly href: string };

const CODE: Mark = { type: 'code' };

/** A leaf of inline content with the marks around it, outermost first: the flat form in which whitespace is settled. */
export type Run =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string; readonly marks: readonly Mark[] }
  | { readonly type: 'break'; readonly marks: readonly Mark[] };

/**
 * Adds a mark inside the others. A second strong in a strong, or a link in a link, changes nothing; code stays
 * innermost, since most markup languages know nothing but text inside it.
 */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (marks.some((held) => held.type === mark.type)) return marks;
  return marks.at(-1)?.type === 'code' ? [...marks.slice(0, -1), mark, CODE] : [...marks, mark];
}

/** Takes out control characters (tabs and line ends stay) and what is no character at all. */
export function cleanText(text: string): string {
  return text.replace(/(?![\t\n\f\r])\p{Cc}|\uFEFF/gu, '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Flattens inline content; the opposite of `inlinesOf`. */
export function runsOf(children: readonly Inline[], marks: readonly Mark[] = []): Run[] {
  return children.flatMap((child): Run[] => {
    if (child.type === 'text') return [{ type: 'text', text: child.text, marks }];
    if (child.type === 'image') return [{ type: 'image', src: child.src, alt: child.alt, marks }];
    if (child.type === 'break') return [{ type: 'break', marks }];
    const mark: Mark = child.type === 'link' ? { type: 'link', href: child.href } : { type: child.type };
    return runsOf(child.children, withMark(marks, mark));
  });
}

function hrefOf(run: Run): string | null {
  for (const mark of run.marks) if (mark.type === 'link') return mark.href;
  return null;
}

/** A link nobody can see or hit is no link. */
function dropBlankLinks(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let from = 0; from < runs.length; ) {
    const href = hrefOf(runs[from] as Run);
    let to = from + 1;
    while (to < runs.length && hrefOf(runs[to] as Run) === href) to++;
    const group = runs.slice(from, to);
    const isBlank = group.every((run) => run.type === 'break' || (run.type === 'text' && run.text.trim() === ''));
    for (const run of group) {
      out.push(href !== null && isBlank ? { ...run, marks: run.marks.filter((mark) => mark.type !== 'link') } : run);
    }
    from = to;
  }
  return out;
}

/** Collapses whitespace over the borders of marks, as HTML does, and trims both ends and around breaks. */
export function collapseWhitespace(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let isAfterSpace = true;
  const trimEnd = () => {
    for (let last = out.at(-1); last?.type === 'text'; last = out.at(-1)) {
      const text = last.text.endsWith(' ') ? last.text.slice(0, -1) : last.text;
      if (text !== '') {
        out[out.length - 1] = { ...last, text };
        return;
      }
      out.pop();
    }
  };
  for (const run of runs) {
    if (run.type === 'text') {
      let text = cleanText(run.text).replace(/[ \t\n\f\r]+/g, ' ');
      if (isAfterSpace && text.startsWith(' ')) text = text.slice(1);
      if (text === '') continue;
      isAfterSpace = text.endsWith(' ');
      out.push({ ...run, text });
    } else if (run.type === 'break') {
      trimEnd();
      isAfterSpace = true;
      out.push(run);
    } else {
      isAfterSpace = false;
      const marks = run.marks.filter((mark) => mark.type !== 'code');
      out.push({ ...run, marks, alt: cleanText(run.alt).replace(/\s+/g, ' ').trim() });
    }
  }
  trimEnd();
  while (out[0]?.type === 'break') out.shift();
  while (out.at(-1)?.type === 'break') {
    out.pop();
    trimEnd();
  }
  return dropBlankLinks(out);
}

function isSameMark(one: Mark | undefined, other: Mark): boolean {
  if (one === undefined || one.type !== other.type) return false;
  return one.type !== 'link' || other.type !== 'link' || one.href === other.href;
}

/** Builds the tree again: neighbours under equal marks share them, neighbouring texts become one. */
export function inlinesOf(runs: readonly Run[], depth = 0): Inline[] {
  const out: Inline[] = [];
  for (let from = 0; from < runs.length; ) {
    const run = runs[from] as Run;
    const mark = run.marks[depth];
    let to = from + 1;
    if (mark !== undefined) {
      while (to < runs.length && isSameMark(runs[to]?.marks[depth], mark)) to++;
      const children = inlinesOf(runs.slice(from, to), depth + 1);
      out.push(mark.type === 'link' ? { type: 'link', href: mark.href, children } : { type: mark.type, children });
    } else if (run.type === 'text') {
      let text = run.text;
      for (let next = runs[to]; next?.type === 'text' && next.marks.length <= depth; next = runs[++to])
        text += next.text;
      out.push({ type: 'text', text });
    } else {
      out.push(run.type === 'image' ? { type: 'image', src: run.src, alt: run.alt } : { type: 'break' });
    }
    from = to;
  }
  return out;
}

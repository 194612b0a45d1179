import { isPlainField } from './composer-handle.ts';

/** The field's text as it stands; an editor's blocks run together, which the comparisons here allow for. */
export function fieldText(element: HTMLElement): string {
  return isPlainField(element) ? element.value : (element.textContent ?? '');
}

/** Without white space and invisible fillers, which every editor changes to its liking. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u2060\ufeff]+/g, '');
}

/** True if `after` holds all the lines and has grown by about as much: right also where the block was there before. */
export function hasArrived(before: string, after: string, lines: readonly string[]): boolean {
  const wanted = lines.map(squeezed).filter((line) => line !== '');
  const text = squeezed(after);
  const length = wanted.reduce((sum, line) => sum + line.length, 0);
  return text.length - squeezed(before).length >= length * 0.9 && wanted.every((line) => text.includes(line));
}

/** Puts `first` before the first line and as many spaces before the other lines that hold anything. */
export function hangLines(text: string, first: string): string {
  return first + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(first.length)}`);
}

/** Puts a prefix before every line, without trailing spaces on empty ones. */
export function prefixLines(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n');
}

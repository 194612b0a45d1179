export type TextLine = { readonly number: number; readonly text: string };

/** A line longer than any that the extension writes: the file is something else. */
export class LineTooLong extends Error {}

const MAX_LINE_CHARS = 40_000_000;

/**
 * The non-blank lines of a UTF-8 file with their numbers from 1, read piece by piece. Throws a TypeError where bytes are
 * no UTF-8, and {@link LineTooLong}.
 */
export async function* textLines(file: Blob, onBytes: (count: number) => void = () => {}): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  let number = 0;
  let rest = '';
  try {
    for (let read = await reader.read(); ; read = await reader.read()) {
      const text = read.done ? decoder.decode() : decoder.decode(read.value, { stream: true });
      const lines = (rest + text).split('\n');
      rest = read.done ? '' : (lines.pop() ?? '');
      if (rest.length > MAX_LINE_CHARS) throw new LineTooLong();
      for (const line of lines) {
        number++;
        if (line.trim() !== '') yield { number, text: line };
      }
      if (read.done) return;
      onBytes(read.value.length);
    }
  } finally {
    await reader.cancel();
  }
}

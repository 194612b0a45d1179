export type DecodedText =
  | { readonly ok: true; readonly text: string }
  /** `linesBefore` complete lines of this piece were sound. */
  | { readonly ok: false; readonly linesBefore: number };

const LINE_END = 10;

function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Every format we read starts with an ASCII character, which UTF-16 pads with a zero.
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  return 'utf-8';
}

/** How many bytes at the end belong to a UTF-8 character that the next piece completes. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function joinBytes(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const out = new Uint8Array(before.length + after.length);
  out.set(before);
  out.set(after, before.length);
  return out;
}

/**
 * Decodes a file piece by piece: UTF-8 or UTF-16, told by the byte order mark or the zeros of UTF-16. Refuses broken
 * bytes instead of replacing them, since a replaced letter would be stored for good.
 */
export class FileTextDecoder {
  #decoder: TextDecoder | null = null;
  #held: Uint8Array = new Uint8Array();

  push(bytes: Uint8Array, isLast = false): DecodedText {
    let input = joinBytes(this.#held, bytes);
    this.#held = new Uint8Array();
    if (this.#decoder === null) {
      if (input.length < 2 && !isLast) {
        this.#held = input.slice();
        return { ok: true, text: '' };
      }
      this.#decoder = new TextDecoder(encodingOf(input), { fatal: true });
    }
    if (this.#decoder.encoding === 'utf-8' && !isLast) {
      const held = unfinishedBytes(input);
      this.#held = input.slice(input.length - held);
      input = input.subarray(0, input.length - held);
    }
    try {
      return { ok: true, text: this.#decoder.decode(input, { stream: !isLast }) };
    } catch {
      return { ok: false, linesBefore: this.#decoder.encoding === 'utf-8' ? soundLines(input) : 0 };
    }
  }
}

/** UTF-8 never hides a line end inside a character, so lines can be tried one by one. */
function soundLines(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 0;
  for (let from = 0; from < bytes.length; lines++) {
    const end = bytes.indexOf(LINE_END, from);
    try {
      decoder.decode(bytes.subarray(from, end === -1 ? bytes.length : end));
    } catch {
      return lines;
    }
    if (end === -1) return lines;
    from = end + 1;
  }
  return lines;
}

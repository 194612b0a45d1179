/* The bytes of the index: docs/index-format.md. */

/** Postings of consecutive terms. `lastTerm` is the greatest of them by UTF-16 code units, as IndexedDB sorts keys. */
export interface IndexBlock {
  readonly lastTerm: string;
  readonly bytes: Uint8Array;
}

/** One term as a block holds it: pairs of a varint gap to the previous document number and one impact byte. */
export interface TermPostings {
  readonly documentCount: number;
  readonly bytes: Uint8Array;
}

export const MAX_BLOCK_BYTES = 16_384;

const encoder = new TextEncoder();

/** A byte list that grows, for writing varints. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(this.length + 1);
    this.#bytes[this.length++] = value;
  }

  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  bytes(source: Uint8Array): void {
    if (this.length + source.length > this.#bytes.length) this.#grow(this.length + source.length);
    this.#bytes.set(source, this.length);
    this.length += source.length;
  }

  /** A copy of what was written; the writer is then empty again. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

function encodeEntry(term: string, postings: TermPostings): Uint8Array {
  const name = encoder.encode(term);
  const entry = new ByteWriter();
  entry.varint(name.length);
  entry.bytes(name);
  entry.varint(postings.documentCount);
  entry.varint(postings.bytes.length);
  entry.bytes(postings.bytes);
  return entry.take();
}

/**
 * Packs terms, which must come sorted and without repeats, into blocks of at most {@link MAX_BLOCK_BYTES}; a
 * term that alone is larger has a block of its own.
 */
export function* packBlocks(terms: Iterable<readonly [string, TermPostings]>): Generator<IndexBlock> {
  const block = new ByteWriter();
  let lastTerm = '';
  for (const [term, postings] of terms) {
    const entry = encodeEntry(term, postings);
    if (block.length > 0 && block.length + entry.length > MAX_BLOCK_BYTES) yield { lastTerm, bytes: block.take() };
    block.bytes(entry);
    lastTerm = term;
  }
  if (block.length > 0) yield { lastTerm, bytes: block.take() };
}

/** Where a varint at `at` ends and what it says. */
function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, next: next + 1 };
    scale *= 128;
  }
  throw new RangeError('An index block ends inside a number');
}

function isAt(bytes: Uint8Array, at: number, name: Uint8Array): boolean {
  for (let offset = 0; offset < name.length; offset++) if (bytes[at + offset] !== name[offset]) return false;
  return true;
}

/**
 * Looks terms up in the blocks read for them. A term that no block holds is absent from the result. Bytes of
 * the result are views into the blocks.
 */
export function findPostings(blocks: readonly Uint8Array[], terms: readonly string[]): Map<string, TermPostings> {
  const wanted = new Map<number, { term: string; name: Uint8Array }[]>();
  for (const term of terms) {
    const name = encoder.encode(term);
    const sameLength = wanted.get(name.length);
    if (sameLength === undefined) wanted.set(name.length, [{ term, name }]);
    else sameLength.push({ term, name });
  }
  const found = new Map<string, TermPostings>();
  for (const bytes of blocks) {
    for (let at = 0; at < bytes.length; ) {
      const name = readVarint(bytes, at);
      const count = readVarint(bytes, name.next + name.value);
      const size = readVarint(bytes, count.next);
      const end = size.next + size.value;
      const hit = wanted.get(name.value)?.find((candidate) => isAt(bytes, name.next, candidate.name));
      if (hit) found.set(hit.term, { documentCount: count.value, bytes: bytes.subarray(size.next, end) });
      at = end;
    }
  }
  return found;
}

/** Calls `visit` with each document number and impact byte (1 to 255) of a term, in rising order of numbers. */
export function eachPosting(bytes: Uint8Array, visit: (docNo: number, impact: number) => void): void {
  let docNo = 0;
  for (let at = 0; at < bytes.length; ) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = bytes[at++] ?? 0;
      gap += (byte & 127) * scale;
    }
    docNo += gap;
    visit(docNo, bytes[at++] ?? 0);
  }
}

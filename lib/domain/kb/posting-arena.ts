const PAGE_BITS = 20;
const PAGE_SIZE = 1 << PAGE_BITS;
/** A list's first slice is small, since most words occur once; each next one is larger. The last four bytes link on. */
const SLICE_SIZES = [12, 20, 36, 68, 132, 260, 516, 1028, 2052, 4100] as const;
const LINK = 4;

function sliceSize(number: number): number {
  return SLICE_SIZES[Math.min(number, SLICE_SIZES.length - 1)] ?? SLICE_SIZES[0];
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

/**
 * Many byte lists that grow at once, in a few large pages: one list a word, without an object a word. An
 * index of 100,000 articles has some ten million entries, which as arrays of numbers would not fit a page's memory.
 */
export class PostingArena {
  #pages: Uint8Array[] = [];
  #used = PAGE_SIZE;
  #heads = new Float64Array(1024);
  #tails = new Float64Array(1024);
  #ends = new Float64Array(1024);
  /** How many further slices each list has. */
  #links: number[] = [];

  /** Starts an empty list and returns its number: 0, 1, 2 … */
  open(): number {
    const list = this.#links.length;
    if (list === this.#heads.length) {
      this.#heads = grown(this.#heads);
      this.#tails = grown(this.#tails);
      this.#ends = grown(this.#ends);
    }
    const start = this.#allocate(SLICE_SIZES[0]);
    this.#heads[list] = start;
    this.#tails[list] = start;
    this.#ends[list] = start + SLICE_SIZES[0] - LINK;
    this.#links.push(0);
    return list;
  }

  /** Appends a whole number >= 0, seven bits a byte, the lowest first. */
  pushVarint(list: number, value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#push(list, (rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#push(list, rest);
  }

  /** The bytes of one list, copied together. */
  read(list: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const tail = this.#tails[list] ?? 0;
    const links = this.#links[list] ?? 0;
    let at = this.#heads[list] ?? 0;
    let length = 0;
    for (let step = 0; ; step++) {
      const { page, offset } = this.#locate(at);
      const isLast = step === links;
      const size = isLast ? tail - at : sliceSize(step) - LINK;
      parts.push(page.subarray(offset, offset + size));
      length += size;
      if (isLast) break;
      const link = offset + size;
      at = new DataView(page.buffer).getUint32(link);
    }
    const bytes = new Uint8Array(length);
    let position = 0;
    for (const part of parts) {
      bytes.set(part, position);
      position += part.length;
    }
    return bytes;
  }

  #locate(address: number): { page: Uint8Array; offset: number } {
    const page = this.#pages[Math.floor(address / PAGE_SIZE)];
    if (page === undefined) throw new RangeError(`No such address in the arena: ${address}`);
    return { page, offset: address % PAGE_SIZE };
  }

  #allocate(size: number): number {
    if (this.#used + size > PAGE_SIZE) {
      this.#pages.push(new Uint8Array(PAGE_SIZE));
      this.#used = 0;
    }
    const address = (this.#pages.length - 1) * PAGE_SIZE + this.#used;
    this.#used += size;
    return address;
  }

  #push(list: number, byte: number): void {
    let tail = this.#tails[list] ?? 0;
    if (tail === this.#ends[list]) tail = this.#extend(list, tail);
    const { page, offset } = this.#locate(tail);
    page[offset] = byte;
    this.#tails[list] = tail + 1;
  }

  #extend(list: number, link: number): number {
    const links = (this.#links[list] ?? 0) + 1;
    const size = sliceSize(links);
    const start = this.#allocate(size);
    const { page, offset } = this.#locate(link);
    new DataView(page.buffer).setUint32(offset, start);
    this.#links[list] = links;
    this.#ends[list] = start + size - LINK;
    return start;
  }
}

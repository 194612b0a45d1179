import { Inflate, Unzip, type UnzipDecoder } from 'fflate';
import { detailOf, type ImportErrorCode } from './import-error.ts';
import type { ImportLimits } from './import-options.ts';
import { isArticleFile } from './import-source.ts';

export type ZipItem =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly code: ImportErrorCode;
      readonly path: string | null;
      readonly detail?: string;
      readonly limit?: number;
      readonly isFatal: boolean;
    };

/** Deflate unpacks to a thousand times its size at most: small pieces keep one step's output small. */
const PIECE_BYTES = 16_384;
const BYTES_PER_CHAR = 4;
const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
/** The end record and the longest comment that may follow it. */
const TAIL_BYTES = 22 + 65_535;

type Take = (path: string, data: Uint8Array | null, isLast: boolean) => void;

/** A decoder that unpacks article files and swallows all others unread. */
function decoderFor(compression: 0 | 8, take: Take) {
  return class implements UnzipDecoder {
    static readonly compression = compression;
    ondata: UnzipDecoder['ondata'] = () => {};
    readonly #path: string;
    readonly #inflate: Inflate | null;

    constructor(path: string) {
      this.#path = path;
      this.#inflate =
        compression === 8 && isArticleFile(path) ? new Inflate((data, isLast) => take(path, data, isLast)) : null;
    }

    push(data: Uint8Array, isLast: boolean): void {
      if (this.#inflate !== null) this.#inflate.push(data, isLast);
      else take(this.#path, isArticleFile(this.#path) ? data : null, isLast);
    }
  };
}

/**
 * Unpacks the article files of a zip while it arrives. Guards against zip bombs by the number of entries, the bytes
 * unpacked in all and per file, and their ratio to the bytes read; paths are names only and lead nowhere.
 */
export class ZipFiles {
  readonly #limits: ImportLimits;
  readonly #unzip: Unzip;
  #items: ZipItem[] = [];
  #pieces: Uint8Array[] = [];
  #fileBytes = 0;
  #entries = 0;
  #bytesIn = 0;
  #bytesOut = 0;
  #tail: Uint8Array = new Uint8Array();
  #hasFailed = false;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
    this.#unzip = new Unzip((file) => {
      this.#entries++;
      this.#pieces = [];
      this.#fileBytes = 0;
      if (this.#entries > limits.zipEntries) this.#fail('zip-too-many-entries', null, { limit: limits.zipEntries });
      file.ondata = (error) => {
        if (error !== null) this.#fail('bad-zip', file.name, { detail: detailOf(error.message) });
      };
      // An entry that isn't started is kept whole in memory, so those we pass over are started too.
      if (!this.#hasFailed) file.start();
    });
    const take: Take = (path, data, isLast) => this.#take(path, data, isLast);
    this.#unzip.register(decoderFor(0, take));
    this.#unzip.register(decoderFor(8, take));
  }

  push(bytes: Uint8Array): ZipItem[] {
    this.#bytesIn += bytes.length;
    this.#keepTail(bytes);
    for (let at = 0; at < bytes.length && !this.#hasFailed; at += PIECE_BYTES) {
      this.#feed(bytes.subarray(at, at + PIECE_BYTES), false);
    }
    return this.#drain();
  }

  end(): ZipItem[] {
    if (!this.#hasFailed) this.#feed(new Uint8Array(), true);
    if (!this.#hasFailed && !this.#hasEndRecord()) this.#fail(this.#entries === 0 ? 'bad-zip' : 'truncated', null);
    return this.#drain();
  }

  #drain(): ZipItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #feed(piece: Uint8Array, isLast: boolean): void {
    try {
      this.#unzip.push(piece, isLast);
    } catch (error) {
      const detail = detailOf(error instanceof Error ? error.message : '');
      if (!this.#hasFailed) this.#fail(isLast ? 'truncated' : 'bad-zip', null, { detail });
    }
  }

  #fail(code: ImportErrorCode, path: string | null, extra: { detail?: string; limit?: number } = {}): void {
    this.#hasFailed = true;
    this.#items.push({ ok: false, code, path, isFatal: true, ...extra });
  }

  #take(path: string, data: Uint8Array | null, isLast: boolean): void {
    if (this.#hasFailed || data === null || !this.#isWithinLimits(path, data.length)) return;
    const { articleChars } = this.#limits;
    const isTooLarge = this.#fileBytes > articleChars * BYTES_PER_CHAR;
    if (isTooLarge) this.#pieces = [];
    // The unpacker reuses its buffer, so what is kept is a copy.
    else this.#pieces.push(data.slice());
    if (!isLast) return;
    if (isTooLarge) {
      this.#items.push({ ok: false, code: 'article-too-large', path, limit: articleChars, isFatal: false });
    } else {
      this.#items.push({ ok: true, path, bytes: concatenate(this.#pieces, this.#fileBytes) });
    }
    this.#pieces = [];
  }

  #isWithinLimits(path: string, count: number): boolean {
    const { zipBytes, zipRatio, zipRatioFromBytes } = this.#limits;
    this.#fileBytes += count;
    this.#bytesOut += count;
    if (this.#bytesOut > zipBytes) this.#fail('zip-too-large', path, { limit: zipBytes });
    else if (this.#bytesOut > zipRatioFromBytes && this.#bytesOut > zipRatio * this.#bytesIn) {
      this.#fail('zip-too-dense', path, { limit: zipRatio });
    }
    return !this.#hasFailed;
  }

  #keepTail(bytes: Uint8Array): void {
    const joined = concatenate(
      [this.#tail, bytes.subarray(-TAIL_BYTES)],
      this.#tail.length + Math.min(bytes.length, TAIL_BYTES),
    );
    this.#tail = joined.subarray(-TAIL_BYTES);
  }

  #hasEndRecord(): boolean {
    for (let at = this.#tail.length - 22; at >= 0; at--) {
      if (END_RECORD.every((byte, offset) => this.#tail[at + offset] === byte)) return true;
    }
    return false;
  }
}

function concatenate(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

import { countLineEnds, RecordBuffer, type RecordSplitter, type SplitRecord } from './record-splitter.ts';

/** Names under which an export's top object holds its articles. */
const ARRAY_KEYS = new Set(['articles', 'items', 'documents', 'results', 'records', 'data']);
const MAX_KEY_CHARS = 40;

/** What the splitter expects next; `skip` passes over a member of the top object that is not the array. */
type State = 'start' | 'key' | 'colon' | 'value' | 'skip' | 'afterMember' | 'element' | 'afterElement' | 'done';

const WHITESPACE = /[ \t\r\n]/;

/**
 * Cuts `[…]` or `{"articles": […]}` into the texts of the array's elements, without parsing them: a file of any size
 * costs the memory of one element, and each element keeps its line. A parser of events would know neither the line
 * nor, before it is too late, the size of an element.
 */
export class JsonArraySplitter implements RecordSplitter {
  readonly #buffer: RecordBuffer;
  #state: State = 'start';
  #isTopObject = false;
  #hasArray = false;
  #line = 1;
  #elementLine = 1;
  #depth = 0;
  #isInValue = false;
  #isInString = false;
  #isEscaped = false;
  #key = '';
  #isElementRequired = false;
  #hasFailed = false;

  constructor(limitChars: number) {
    this.#buffer = new RecordBuffer(limitChars);
  }

  push(text: string): SplitRecord[] {
    const records: SplitRecord[] = [];
    for (let at = 0; at < text.length && !this.#hasFailed; ) at = this.#step(text, at, records);
    return records;
  }

  end(): SplitRecord[] {
    if (this.#hasFailed || this.#state === 'done') {
      return this.#hasFailed || this.#hasArray ? [] : [this.#failure('json-no-array')];
    }
    return [this.#failure('truncated')];
  }

  #failure(code: 'bad-json' | 'json-no-array' | 'truncated'): SplitRecord {
    this.#hasFailed = true;
    return { ok: false, code, line: this.#line, isFatal: true };
  }

  /** Handles one character, or a whole value in one go; returns where to continue. */
  #step(text: string, at: number, records: SplitRecord[]): number {
    if (this.#isInValue || this.#isInString) return this.#scanValue(text, at, records);
    const character = text[at] ?? '';
    if (character === '\n') this.#line++;
    if (WHITESPACE.test(character)) return at + 1;
    return this.#stepOutside(character, text, at, records);
  }

  #stepOutside(character: string, text: string, at: number, records: SplitRecord[]): number {
    switch (this.#state) {
      case 'start':
        if (character !== '[' && character !== '{') records.push(this.#failure('bad-json'));
        this.#isTopObject = character === '{';
        this.#hasArray = character === '[';
        this.#state = this.#isTopObject ? 'key' : 'element';
        return at + 1;
      case 'key':
        if (character === '"') return this.#startKey(at);
        if (character === '}') this.#state = 'done';
        else records.push(this.#failure('bad-json'));
        return at + 1;
      case 'colon':
        if (character !== ':') records.push(this.#failure('bad-json'));
        this.#state = 'value';
        return at + 1;
      case 'value':
        if (character === '[' && !this.#hasArray && ARRAY_KEYS.has(this.#key)) {
          this.#hasArray = true;
          this.#state = 'element';
          return at + 1;
        }
        this.#state = 'skip';
        return this.#scanValue(text, at, records);
      case 'afterMember':
        if (character === ',') this.#state = 'key';
        else if (character === '}') this.#state = 'done';
        else records.push(this.#failure('bad-json'));
        return at + 1;
      case 'element':
        if (character === ']' && !this.#isElementRequired) return this.#endArray(at);
        if (character === ']' || character === ',') records.push(this.#failure('bad-json'));
        this.#elementLine = this.#line;
        return this.#scanValue(text, at, records);
      case 'afterElement':
        this.#isElementRequired = character === ',';
        if (character === ']') return this.#endArray(at);
        if (character === ',') this.#state = 'element';
        else records.push(this.#failure('bad-json'));
        return at + 1;
      default:
        records.push(this.#failure('bad-json'));
        return at + 1;
    }
  }

  #startKey(at: number): number {
    this.#key = '';
    this.#isInString = true;
    return at + 1;
  }

  #endArray(at: number): number {
    this.#state = this.#isTopObject ? 'afterMember' : 'done';
    return at + 1;
  }

  /** Runs to the end of the value (or key) that `at` is in; the end of a bare number or word is what follows it. */
  #scanValue(text: string, from: number, records: SplitRecord[]): number {
    this.#isInValue = true;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isInString) {
        at = this.#scanString(text, at);
        if (this.#isInString) break;
        if (this.#depth === 0) return this.#endValue(text, from, at + 1, records);
      } else if (code === 34) this.#isInString = true;
      else if (code === 123 || code === 91) this.#depth++;
      else if (code === 125 || code === 93 || code === 44) {
        // A comma or a closing bracket outside every bracket ends a bare number or word and is itself looked at next.
        if (this.#depth === 0) return this.#endValue(text, from, at, records);
        if (code !== 44 && --this.#depth === 0) return this.#endValue(text, from, at + 1, records);
      }
    }
    this.#keep(text.slice(from, at));
    return at;
  }

  /** Runs to the closing quote, or to the end of the text with `isInString` still set. */
  #scanString(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      if (this.#isEscaped) {
        this.#isEscaped = false;
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === 92) this.#isEscaped = true;
      else if (code === 34) {
        this.#isInString = false;
        return at;
      }
    }
    return text.length;
  }

  #keep(piece: string): void {
    this.#line += countLineEnds(piece);
    if (this.#state === 'element') this.#buffer.add(piece);
    else if (this.#state === 'key' && this.#key.length < MAX_KEY_CHARS) this.#key += piece;
  }

  #endValue(text: string, from: number, to: number, records: SplitRecord[]): number {
    this.#isInValue = false;
    this.#keep(text.slice(from, to));
    if (this.#state === 'element') {
      records.push(this.#buffer.take(this.#elementLine));
      this.#state = 'afterElement';
    } else if (this.#state === 'key') {
      this.#key = this.#key.slice(0, -1);
      this.#state = 'colon';
    } else {
      this.#state = 'afterMember';
    }
    return to;
  }
}

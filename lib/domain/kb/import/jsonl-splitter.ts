import { RecordBuffer, type RecordSplitter, type SplitRecord } from './record-splitter.ts';

/** Cuts JSON Lines: one object a line, blank lines passed over. */
export class JsonlSplitter implements RecordSplitter {
  readonly #buffer: RecordBuffer;
  #line = 1;

  constructor(limitChars: number) {
    this.#buffer = new RecordBuffer(limitChars);
  }

  push(text: string): SplitRecord[] {
    const records: SplitRecord[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      this.#buffer.add(text.slice(from, end));
      records.push(...this.#take());
      this.#line++;
      from = end + 1;
    }
    this.#buffer.add(text.slice(from));
    return records;
  }

  end(): SplitRecord[] {
    return this.#take();
  }

  #take(): SplitRecord[] {
    const record = this.#buffer.take(this.#line);
    return record.ok && record.text.trim() === '' ? [] : [record];
  }
}

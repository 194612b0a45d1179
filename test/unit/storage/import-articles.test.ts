import { describe, expect, it } from 'vitest';
import type { Article } from '#lib/domain/kb/article.ts';
import type { ArticleSink } from '#lib/domain/kb/import/article-sink.ts';
import { type ImportProgress, importArticles, MAX_REPORTED_ERRORS } from '#lib/storage/import-articles.ts';
import { sourceOf } from '#test/unit/domain/kb/import/text-source.ts';

class MemorySink implements ArticleSink<string> {
  readonly slices: (readonly Article[])[] = [];
  readonly calls: string[] = [];
  failOn: { call: 'put' | 'commit'; error: Error } | null = null;

  async put(articles: readonly Article[]): Promise<void> {
    this.#call('put');
    this.slices.push(articles);
  }
  async commit(): Promise<string> {
    this.#call('commit');
    return 'done';
  }
  async abort(): Promise<void> {
    this.calls.push('abort');
  }
  #call(call: 'put' | 'commit'): void {
    this.calls.push(call);
    if (this.failOn?.call === call) throw this.failOn.error;
  }
}

const rows = (count: number, bad: (at: number) => boolean = () => false) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ id: at, title: bad(at) ? '' : `T${at}`, body: 'x' })).join(
    '\n',
  );

describe('an import', () => {
  it('hands over every article in slices and commits once', async () => {
    const writer = new MemorySink();
    const seen: ImportProgress[] = [];
    const source = sourceOf('kb.jsonl', rows(1001), 1000);
    const report = await importArticles([source], { writer, onProgress: (progress) => seen.push(progress) });
    expect(report).toEqual({ state: 'stored', articles: 1001, result: 'done' });
    expect(writer.slices.flat().map((article) => article.id)).toEqual(
      Array.from({ length: 1001 }, (_, at) => String(at)),
    );
    expect(writer.calls.filter((call) => call !== 'put')).toEqual(['commit']);
    expect(seen.at(-1)).toEqual({ bytesRead: source.size, bytesTotal: source.size, articles: 1001, errors: 0 });
  });

  it('with one bad row stores nothing and says where', async () => {
    const writer = new MemorySink();
    const report = await importArticles(
      [
        sourceOf(
          'kb.jsonl',
          rows(1000, (at) => at === 700),
        ),
      ],
      { writer },
    );
    expect(report).toEqual({
      state: 'refused',
      errorCount: 1,
      errors: [{ code: 'missing-field', file: 'kb.jsonl', line: 701, field: 'title' }],
    });
    expect(writer.calls.at(-1)).toBe('abort');
    expect(writer.calls).not.toContain('commit');
  });

  it('counts all errors and lists the first hundred', async () => {
    const report = await importArticles(
      [
        sourceOf(
          'kb.jsonl',
          rows(300, (at) => at % 2 === 0),
        ),
      ],
      { writer: new MemorySink() },
    );
    expect(report).toMatchObject({ state: 'refused', errorCount: 150 });
    expect(report.state === 'refused' && report.errors).toHaveLength(MAX_REPORTED_ERRORS);
  });

  it('that is cancelled aborts the writer', async () => {
    const writer = new MemorySink();
    const controller = new AbortController();
    writer.put = async () => controller.abort();
    const report = await importArticles([sourceOf('kb.jsonl', rows(1000))], { writer, signal: controller.signal });
    expect(report).toEqual({ state: 'cancelled' });
    expect(writer.calls).toEqual(['abort']);
  });

  it('lets timers run while it works', async () => {
    const order: string[] = [];
    setTimeout(() => order.push('timer'), 0);
    await importArticles([sourceOf('kb.jsonl', rows(20_000), 4096)], { writer: new MemorySink() });
    order.push('end');
    expect(order).toEqual(['timer', 'end']);
  });

  it.each(['put', 'commit'] as const)('that fills the disk at %s is refused as such', async (call) => {
    const writer = new MemorySink();
    const inner = new DOMException('full', 'QuotaExceededError');
    writer.failOn = { call, error: Object.assign(new Error('aborted'), { inner }) };
    const report = await importArticles([sourceOf('kb.jsonl', rows(3))], { writer });
    expect(report).toMatchObject({ state: 'refused', errors: [{ code: 'storage-full' }] });
    expect(writer.calls.at(-1)).toBe('abort');
  });

  it('whose writer fails otherwise aborts it and rejects', async () => {
    const writer = new MemorySink();
    writer.failOn = { call: 'put', error: new Error('bug') };
    await expect(importArticles([sourceOf('kb.jsonl', rows(3))], { writer })).rejects.toThrow('bug');
    expect(writer.calls).toEqual(['put', 'abort']);
  });

  it('of a file that goes away while it is read is refused', async () => {
    const source = {
      ...sourceOf('kb.jsonl', ''),
      async *open() {
        yield new TextEncoder().encode(rows(2));
        throw new DOMException('gone', 'NotReadableError');
      },
    };
    const report = await importArticles([source], { writer: new MemorySink() });
    expect(report).toMatchObject({ state: 'refused', errors: [{ code: 'read-failed', file: 'kb.jsonl' }] });
  });
});

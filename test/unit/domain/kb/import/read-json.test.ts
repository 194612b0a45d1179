import { describe, expect, it } from 'vitest';
import { articleSchema } from '#lib/domain/kb/article-schema.ts';
import { IMPORT_LIMITS } from '#lib/domain/kb/import/import-options.ts';
import { readAll, sourceOf } from './text-source.ts';

const row = (id: string, more: object = {}) => ({ id, title: `Title ${id}`, body: `<p>Body of ${id}</p>`, ...more });
const PIECES = [1, 2, 7, 64, 100_000];

describe('a JSON file', () => {
  const nasty = [
    row('a', { title: 'Quote " brace } bracket ] backslash \\', note: { deep: [[{ x: ']}' }]] } }),
    row('b', { body: '短信 🙂 „ghilimele”' }),
    row('c'),
  ];

  it.each(PIECES)('is the same in pieces of %i bytes', async (pieceBytes) => {
    const text = JSON.stringify(nasty, null, 2);
    const { articles, places, errors } = await readAll([sourceOf('kb.json', text, pieceBytes)]);
    expect(errors).toEqual([]);
    expect(articles.map((article) => article.title)).toEqual(nasty.map((article) => article.title));
    const starts = text.split('\n').flatMap((line, at) => (line === '  {' ? [at + 1] : []));
    expect(places.map((place) => place.line)).toEqual(starts);
    for (const article of articles) expect(articleSchema.safeParse(article).error).toBeUndefined();
  });

  it('may hold its articles in an object, between other members', async () => {
    const text = JSON.stringify({
      count: 2,
      meta: { articles: [1, { a: ']' }] },
      articles: [row('a'), row('b')],
      next: null,
    });
    const { articles, errors } = await readAll([sourceOf('kb.json', text, 5)]);
    expect(errors).toEqual([]);
    expect(articles.map((article) => article.id)).toEqual(['a', 'b']);
  });

  it('cut in the middle is refused at the line where it ends', async () => {
    const text = JSON.stringify([row('a'), row('b')], null, 1);
    const { articles, errors } = await readAll([sourceOf('kb.json', text.slice(0, -20))]);
    expect(articles).toHaveLength(1);
    expect(errors).toEqual([{ code: 'truncated', file: 'kb.json', line: 10, field: null }]);
  });

  it('with one broken element goes on after it', async () => {
    const text = `[\n${JSON.stringify(row('a'))},\n{"id":"b",\n"title": oops},\n${JSON.stringify(row('c'))}\n]`;
    const { articles, errors } = await readAll([sourceOf('kb.json', text, 9)]);
    expect(articles.map((article) => article.id)).toEqual(['a', 'c']);
    expect(errors).toMatchObject([{ code: 'bad-json', file: 'kb.json' }]);
    expect(errors[0]?.line).toBeGreaterThanOrEqual(3);
    expect(errors[0]?.line).toBeLessThanOrEqual(4);
  });

  it.each([
    ['[{"id":1,"title":"t","body":"b"},]', 'bad-json'],
    ['[{"id":1,"title":"t","body":"b"} {}]', 'bad-json'],
    ['[{"id":1,"title":"t","body":"b"}] x', 'bad-json'],
    ['[{"id":1,"title":"t","body":"b"}', 'truncated'],
    ['{"title":"one article"}', 'json-no-array'],
    ['{"articles":{}}', 'json-no-array'],
    ['"text"', 'bad-json'],
    ['', 'truncated'],
    ['[]', 'no-articles'],
    ['[[1]]', 'not-an-object'],
    ['[12, null]', 'not-an-object'],
  ])('%s is refused as %s', async (text, code) => {
    const { errors } = await readAll([sourceOf('kb.json', text, 3)]);
    expect(errors[0]?.code).toBe(code);
  });

  it('with an article of 5 MB is refused for it, with the limit named, and the others are read', async () => {
    const text = JSON.stringify([row('a'), row('big', { body: 'x'.repeat(5_000_000) }), row('c')], null, 1);
    const { articles, errors } = await readAll([sourceOf('kb.json', text, 65_536)]);
    expect(articles.map((article) => article.id)).toEqual(['a', 'c']);
    expect(errors).toEqual([
      { code: 'article-too-large', file: 'kb.json', line: 7, field: null, limit: IMPORT_LIMITS.articleChars },
    ]);
  });

  it('takes no field from the prototype', async () => {
    const { errors } = await readAll([sourceOf('kb.json', '[{"__proto__":{"id":"x","title":"t","body":"b"}}]')]);
    expect(errors.map((error) => [error.code, error.field])).toEqual([
      ['missing-field', 'id'],
      ['missing-field', 'title'],
      ['missing-field', 'body'],
    ]);
  });
});

describe('a JSONL file', () => {
  it.each(PIECES)(
    'with CRLF, a byte order mark and blank lines is the same in pieces of %i bytes',
    async (pieceBytes) => {
      const text = `\uFEFF${JSON.stringify(row('a'))}\r\n\r\n${JSON.stringify(row('ă'))}\r\n`;
      const { places, articles, errors } = await readAll([sourceOf('kb.jsonl', text, pieceBytes)]);
      expect(errors).toEqual([]);
      expect(articles.map((article) => article.id)).toEqual(['a', 'ă']);
      expect(places.map((place) => place.line)).toEqual([1, 3]);
    },
  );

  it('with a bad line 3 names it', async () => {
    const lines = [row('a'), row('b'), null, row('d')].map((value) =>
      value === null ? '{"id": "c",' : JSON.stringify(value),
    );
    const { articles, errors } = await readAll([sourceOf('kb.jsonl', lines.join('\n'))]);
    expect(articles).toHaveLength(3);
    expect(errors).toMatchObject([{ code: 'bad-json', file: 'kb.jsonl', line: 3, field: null }]);
  });

  it.each(['utf-16le', 'utf-16be'])('is read as %s, with a byte order mark or without', async (encoding) => {
    const text = `${JSON.stringify(row('一'))}\n${JSON.stringify(row('b'))}`;
    for (const source of [text, `\uFEFF${text}`]) {
      const bytes = new Uint8Array(source.length * 2);
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < source.length; at++) view.setUint16(at * 2, source.charCodeAt(at), encoding === 'utf-16le');
      const { articles, errors } = await readAll([sourceOf('kb.jsonl', bytes, 7)]);
      expect(errors).toEqual([]);
      expect(articles.map((article) => article.id)).toEqual(['一', 'b']);
    }
  });

  it.each(PIECES)('with broken UTF-8 names the line, in pieces of %i bytes', async (pieceBytes) => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(row('ș'))}\n${JSON.stringify(row('b'))}\n`);
    const broken = new Uint8Array([...bytes, 0x7b, 0xe9, 0x7d, 0x0a]);
    const { errors } = await readAll([sourceOf('kb.jsonl', broken, pieceBytes)]);
    expect(errors).toEqual([{ code: 'bad-encoding', file: 'kb.jsonl', line: 3, field: null }]);
  });
});

describe('ids', () => {
  it('that repeat are refused with both places, over files too', async () => {
    const one = `${JSON.stringify(row('a'))}\n${JSON.stringify(row('b'))}`;
    const { errors } = await readAll([
      sourceOf('one.jsonl', one),
      sourceOf('two.jsonl', `\n${JSON.stringify(row('b'))}`),
    ]);
    expect(errors).toEqual([
      {
        code: 'duplicate-id',
        file: 'two.jsonl',
        line: 2,
        field: 'id',
        detail: 'b',
        other: { file: 'one.jsonl', line: 2 },
      },
    ]);
  });

  it('beyond the limit end the import', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => JSON.stringify(row(id))).join('\n');
    const { errors } = await readAll([sourceOf('kb.jsonl', rows)], { limits: { ...IMPORT_LIMITS, articles: 2 } });
    expect(errors).toEqual([{ code: 'too-many-articles', file: 'kb.jsonl', line: 3, field: null, limit: 2 }]);
  });
});

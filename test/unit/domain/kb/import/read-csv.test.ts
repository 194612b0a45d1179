import { describe, expect, it } from 'vitest';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { readAll, sourceOf } from './text-source.ts';

const HEADER = 'id,title,body,tags';

describe('a CSV file', () => {
  it.each([1, 3, 64, 10_000])(
    'with quotes, line ends and delimiters in fields, in pieces of %i bytes',
    async (pieceBytes) => {
      const text = [
        HEADER,
        'a,"Say ""hello"", then wait","First line',
        '',
        'second; paragraph","x, y; z"',
        'b,A 5" pipe,plain body,',
        '',
        'c,"T","ends"',
        '',
      ].join('\r\n');
      const { articles, places, errors } = await readAll([sourceOf('kb.csv', text, pieceBytes)]);
      expect(errors).toEqual([]);
      expect(articles.map((article) => article.title)).toEqual(['Say "hello", then wait', 'A 5" pipe', 'T']);
      expect(serialiseText(articles[0]?.body ?? [])).toBe('First line\n\nsecond; paragraph');
      expect(articles[0]?.tags).toEqual(['x', 'y', 'z']);
      expect(places.map((place) => place.line)).toEqual([2, 5, 7]);
    },
  );

  it.each([
    ['semicolons', 'Id;Name;Content\n1;One;b, c\n'],
    ['tabs', 'Id\tName\tContent\n1\tOne\tb, c\n'],
    ["Excel's own line before the header", 'sep=;\nId;Name;Content\n1;One;b, c\n'],
    ['quoted names and a byte order mark', '\uFEFF"Id";"Name";"Content"\n1;One;b, c\n'],
    ['CR alone', 'Id;Name;Content\r1;One;b, c\r'],
  ])('is understood with %s', async (_, text) => {
    const { articles, errors } = await readAll([sourceOf('kb.csv', text, 4)]);
    expect(errors).toEqual([]);
    expect(articles).toMatchObject([{ id: '1', title: 'One' }]);
    expect(serialiseText(articles[0]?.body ?? [])).toBe('b, c');
  });

  it('whose last quote never closes is refused where the record starts', async () => {
    const { articles, errors } = await readAll([sourceOf('kb.csv', `${HEADER}\na,A,body,\nb,B,"open\nand on`)]);
    expect(articles).toHaveLength(1);
    expect(errors).toEqual([{ code: 'truncated', file: 'kb.csv', line: 3, field: null }]);
  });

  it('with more cells than names is refused at that line', async () => {
    const { errors } = await readAll([sourceOf('kb.csv', `${HEADER}\na,A,body,x,surplus\nb,B,body`)]);
    expect(errors).toMatchObject([{ code: 'bad-csv', line: 2 }]);
  });

  it('without a header we know is refused', async () => {
    const { errors } = await readAll([sourceOf('kb.csv', '1,Reset,Press it\n2,Start,Press that\n')]);
    expect(errors).toMatchObject([{ code: 'csv-no-header', line: 1 }]);
  });

  it('names line and field of every bad value', async () => {
    const text = 'id,title,body,updated\na,A,body,2026-02-30\n,B,,2026-02-28\n';
    const { errors } = await readAll([sourceOf('kb.csv', text)]);
    expect(errors).toEqual([
      { code: 'bad-value', file: 'kb.csv', line: 2, field: 'updated', detail: '2026-02-30' },
      { code: 'missing-field', file: 'kb.csv', line: 3, field: 'id' },
      { code: 'missing-field', file: 'kb.csv', line: 3, field: 'body' },
    ]);
  });
});

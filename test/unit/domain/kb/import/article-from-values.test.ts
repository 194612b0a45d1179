import { describe, expect, it } from 'vitest';
import { articleFromValues } from '#lib/domain/kb/import/article-from-values.ts';
import { IMPORT_DEFAULTS } from '#lib/domain/kb/import/import-options.ts';
import { parseDate } from '#lib/domain/kb/import/parse-date.ts';
import { parseLanguageTag } from '#lib/domain/kb/import/parse-language-tag.ts';

const place = { file: 'kb.json', line: 4 };
const read = (row: object) => articleFromValues(new Map(Object.entries(row)), { place, options: IMPORT_DEFAULTS });
const base = { id: 'a', title: 'A', body: 'text' };

describe('a row', () => {
  it('may use the names of other systems', () => {
    const row = {
      ID: 360001,
      Subject: 'Reset\n the   router',
      bodyHtml: '<p>See <a href="lamps">lamps</a></p>',
      url: 'https://api.example/v2/1.json',
      html_url: 'https://kb.example/hc/1',
      Locale: 'en-us',
      'last reviewed': '2026-01-02',
      updated_at: 1_790_000_000,
      audience: 'Agents',
      label_names: ['x', 'y', 'x'],
      draft: false,
    };
    expect(read(row)).toEqual({
      ok: true,
      article: {
        id: '360001',
        title: 'Reset the router',
        body: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: 'See ' },
              { type: 'link', href: 'https://kb.example/hc/lamps', children: [{ type: 'text', text: 'lamps' }] },
            ],
          },
        ],
        url: 'https://kb.example/hc/1',
        language: 'en',
        visibility: 'internal',
        updated: '2026-09-21T14:13:20.000Z',
        reviewed: '2026-01-02',
        owner: null,
        tags: ['x', 'y'],
      },
    });
  });

  it.each([
    [{ title: ' ' }, 'missing-field', 'title'],
    [{ id: null }, 'missing-field', 'id'],
    [{ body: '' }, 'missing-field', 'body'],
    [{ body: ['x'] }, 'wrong-type', 'body'],
    [{ title: { en: 'A' } }, 'wrong-type', 'title'],
    [{ url: 'javascript:alert(1)' }, 'bad-value', 'url'],
    [{ url: '/relative' }, 'bad-value', 'url'],
    [{ language: 'English' }, 'bad-value', 'language'],
    [{ visibility: 'secret' }, 'bad-value', 'visibility'],
    [{ updated: '3/4/2026' }, 'bad-value', 'updated'],
    [{ reviewed: true }, 'bad-value', 'reviewed'],
    [{ tags: { a: 1 } }, 'wrong-type', 'tags'],
    [{ body: '<iframe src="https://video.example"></iframe><br>' }, 'empty-body', 'body'],
    [{ title: 'x'.repeat(1001) }, 'bad-value', 'title'],
  ])('with %j is refused as %s at %s', (change, code, field) => {
    expect(read({ ...base, ...change })).toMatchObject({ ok: false, errors: [{ ...place, code, field }] });
  });

  it('without words but with an address is worth its link', () => {
    expect(read({ ...base, body: '<video src=x></video><br>', url: 'https://kb.example/film' })).toMatchObject({
      ok: true,
      article: { body: [] },
    });
  });

  it.each([
    ['<b>bold</b> words', 'strong'],
    ['see **bold** words', 'strong'],
    ['5 < 6 and *that* is > 4', 'text'],
  ])('tells how %j is marked up', (body, type) => {
    const result = read({ ...base, body });
    expect(JSON.stringify(result)).toContain(`"type":"${type}"`);
    expect(JSON.stringify(result).includes('"strong"')).toBe(type === 'strong');
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['2026/3/1', '2026-03-01'],
    ['1.12.2026', '2026-12-01'],
    ['2026-11-22T23:30:00-02:00', '2026-11-23T01:30:00.000Z'],
    ['2026-11-22 08:15', '2026-11-22T08:15:00.000Z'],
    ['2026-11-22 08:15:30.25 UTC', '2026-11-22T08:15:30.250Z'],
    [1_790_000_000_000, '2026-09-21T14:13:20.000Z'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-11-22T25:00:00Z', null],
    ['0026-11-22', null],
    ['yesterday', null],
    ['11/12/2026', null],
    ['', null],
    [Number.NaN, null],
    [Number.MAX_VALUE, null],
    [{}, null],
  ])('%j is %s', (value, expected) => {
    expect(parseDate(value)).toBe(expected);
  });
});

describe('a language tag', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['ZH-hk', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['en-us', 'en'],
    ['ro-MD', 'ro'],
    ['PT-br', 'pt-BR'],
    ['und', 'und'],
    ['english', null],
    ['x', null],
    ['en-', null],
  ])('%s is %s', (value, expected) => {
    expect(parseLanguageTag(value)).toBe(expected);
  });
});

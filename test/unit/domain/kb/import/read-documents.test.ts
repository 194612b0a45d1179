import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '#lib/domain/kb/import/import-options.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { readAll, sourceOf } from './text-source.ts';

const MARKDOWN = `---
# how it is filed
id: reset-router
title: "Reset: the \\"router\\""
url: https://kb.example/reset
lang: zh_TW
visibility: internal
updated: 2026-10-29
reviewed: '2026-10-30T08:00:00+02:00'
owner: Network team # on call
tags: [router, "wifi, home"]
custom:
  nested: thing
---
# Reset: the "router"

1. Hold **Reset**, see [the lamps](lamps).
`;

const HTML = `<!doctype html><html lang="en-gb"><head><title>Pay a bill | Help</title>
<meta name="keywords" content="bill, pay"><meta property="article:modified_time" content="2026-05-04T10:00:00Z">
<link rel="canonical" href="https://kb.example/pay"><script>var title = 1</script></head>
<body><nav>Home</nav><main><h1>Pay a bill</h1><p>Use <a href="/card">your card</a>.</p></main></body></html>`;

describe('a Markdown file', () => {
  it.each(['\n', '\r\n'])('gives its front matter and its text, with %j as line end', async (lineEnd) => {
    const { articles, errors } = await readAll([sourceOf('kb/net/Reset.md', MARKDOWN.replaceAll('\n', lineEnd))]);
    expect(errors).toEqual([]);
    expect(articles).toMatchObject([
      {
        id: 'reset-router',
        title: 'Reset: the "router"',
        url: 'https://kb.example/reset',
        language: 'zh-Hant',
        visibility: 'internal',
        updated: '2026-10-29',
        reviewed: '2026-10-30T06:00:00.000Z',
        owner: 'Network team',
        tags: ['router', 'wifi, home'],
      },
    ]);
    expect(serialiseText(articles[0]?.body ?? [])).toBe('1. Hold Reset, see the lamps: https://kb.example/lamps.');
  });

  it('without front matter takes its path as id and its first heading as title', async () => {
    const { articles } = await readAll(
      [sourceOf('./kb\\a/../Über uns.markdown', 'Über uns\n========\n\nText\n\n## Title no more')],
      {
        language: 'de',
        visibility: 'internal',
      },
    );
    expect(articles).toMatchObject([
      { id: 'kb/a/Über uns', title: 'Über uns', language: 'de', visibility: 'internal' },
    ]);
    expect(serialiseText(articles[0]?.body ?? [])).toBe('Text\n\nTitle no more');
  });

  it('may list its tags as items', async () => {
    const { articles } = await readAll([
      sourceOf('a.md', '---\ntitle: A\nlabels:\n- one\n  - "two: 2"\nowner:\n---\ntext'),
    ]);
    expect(articles).toMatchObject([{ id: 'a', tags: ['one', 'two: 2'], owner: null }]);
  });

  it('with a line of front matter nobody can read names it', async () => {
    const { errors } = await readAll([sourceOf('a.md', '---\ntitle: A\n!!what\n---\ntext')]);
    expect(errors).toEqual([{ code: 'bad-front-matter', file: 'a.md', line: 3, field: null }]);
  });

  it('without title is refused', async () => {
    const { errors } = await readAll([sourceOf('a.md', 'Only text.\n')]);
    expect(errors).toMatchObject([{ code: 'missing-field', file: 'a.md', field: 'title' }]);
  });

  it('of 5 MB is refused with the limit named', async () => {
    const { errors } = await readAll([sourceOf('a.md', `# A\n\n${'x'.repeat(5_000_000)}`, 65_536)]);
    expect(errors).toEqual([
      { code: 'article-too-large', file: 'a.md', line: null, field: null, limit: IMPORT_LIMITS.articleChars },
    ]);
  });
});

describe('an HTML file', () => {
  it('gives what its head says and the content of its main part', async () => {
    const { articles, errors } = await readAll([sourceOf('kb/pay.HTM', HTML)]);
    expect(errors).toEqual([]);
    expect(articles).toMatchObject([
      {
        id: 'kb/pay',
        title: 'Pay a bill',
        url: 'https://kb.example/pay',
        language: 'en',
        updated: '2026-05-04T10:00:00.000Z',
        tags: ['bill', 'pay'],
      },
    ]);
    expect(serialiseText(articles[0]?.body ?? [])).toBe('Use your card: https://kb.example/card.');
  });
});

describe('files beside each other', () => {
  it('of a folder are read if they are articles; a stray file picked by itself is refused', async () => {
    const stray = [sourceOf('kb/a.md', '# A\n\nx'), sourceOf('kb/i.png', 'x'), sourceOf('kb/.obsidian/x.md', 'x')];
    expect(await readAll(stray)).toMatchObject({ articles: [{ id: 'kb/a' }], errors: [] });
    expect((await readAll([sourceOf('notes.docx', 'x')])).errors).toMatchObject([{ code: 'unknown-format' }]);
  });
});

describe('a zip', () => {
  const files = {
    'kb/pay.html': strToU8(HTML),
    'kb/reset.md': strToU8(MARKDOWN),
    'kb/picture.png': new Uint8Array(50_000).fill(7),
    '__MACOSX/kb/._reset.md': strToU8('x'),
    '../../etc/note.md': strToU8('# Note\n\nText'),
  };

  it.each([3, 1000, 100_000])('gives its Markdown and HTML files, in pieces of %i bytes', async (pieceBytes) => {
    for (const level of [0, 6] as const) {
      const { articles, errors } = await readAll([sourceOf('kb.zip', zipSync(files, { level }), pieceBytes)]);
      expect(errors).toEqual([]);
      expect(articles.map((article) => article.id)).toEqual(['kb/pay', 'reset-router', 'etc/note']);
    }
  });

  it('with a bad file names zip, path and field', async () => {
    const zip = zipSync({ 'a.md': strToU8('---\ntitle: A\nupdated: soon\n---\nx'), 'b.md': strToU8('# B\n\nx') });
    const { articles, errors } = await readAll([sourceOf('kb.zip', zip)]);
    expect(articles).toHaveLength(1);
    expect(errors).toEqual([{ code: 'bad-value', file: 'kb.zip/a.md', line: 1, field: 'updated', detail: 'soon' }]);
  });

  it('that is cut short, damaged or no zip is refused', async () => {
    const zip = zipSync(files);
    const truncated = await readAll([sourceOf('kb.zip', zip.slice(0, -40))]);
    expect(truncated.errors).toMatchObject([{ code: 'truncated', file: 'kb.zip' }]);
    const early = await readAll([sourceOf('kb.zip', zip.slice(0, 300))]);
    expect(early.errors).toMatchObject([{ code: 'truncated', file: 'kb.zip' }]);
    const damaged = zip.map((byte, at) => (at > 60 && at < 200 ? byte ^ 0x5a : byte));
    expect((await readAll([sourceOf('kb.zip', damaged)])).errors[0]?.code).toBe('bad-zip');
    expect((await readAll([sourceOf('kb.zip', 'not a zip at all')])).errors).toMatchObject([{ code: 'bad-zip' }]);
  });

  it('that unpacks too far is stopped', async () => {
    const bomb = zipSync({
      'a.md': new Uint8Array(3_000_000).fill(0x20),
      'b.md': new Uint8Array(3_000_000).fill(0x20),
    });
    const limits = { ...IMPORT_LIMITS, zipRatioFromBytes: 1_000_000 };
    const dense = await readAll([sourceOf('kb.zip', bomb, 4096)], { limits });
    expect(dense.errors.at(-1)).toEqual({
      code: 'zip-too-dense',
      file: expect.stringMatching(/^kb\.zip\//),
      line: null,
      field: null,
      limit: 200,
    });
    const large = await readAll([sourceOf('kb.zip', bomb, 4096)], {
      limits: { ...IMPORT_LIMITS, zipBytes: 4_000_000 },
    });
    expect(large.errors.at(-1)).toMatchObject({ code: 'zip-too-large', limit: 4_000_000 });
    const many = await readAll([sourceOf('kb.zip', zipSync(files))], { limits: { ...IMPORT_LIMITS, zipEntries: 2 } });
    expect(many.errors).toMatchObject([{ code: 'zip-too-many-entries', limit: 2 }]);
  });

  it('with one file too large names the limit and reads the others', async () => {
    const zip = zipSync({ 'a.md': strToU8('x'.repeat(5_000_000)), 'b.md': strToU8('# B\n\nx') });
    const limits = { ...IMPORT_LIMITS, zipRatio: 100_000 };
    for (const articleChars of [1_000_000, 4_000_000]) {
      const { articles, errors } = await readAll([sourceOf('kb.zip', zip, 4096)], {
        limits: { ...limits, articleChars },
      });
      expect(articles.map((article) => article.id)).toEqual(['b']);
      expect(errors).toMatchObject([{ code: 'article-too-large', file: 'kb.zip/a.md', limit: articleChars }]);
    }
  });
});

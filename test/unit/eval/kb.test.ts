import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evalKb } from '#test/eval/kb.ts';
import { retrievalFigures } from '#test/eval/retrieval-metrics.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-kb-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const CORPUS =
  '{"id":"a","title":"Restart the router","text":"Switch it off."}\n{"id":7,"title":"账单","text":"说明","lang":"zh"}\n';
const QUERIES =
  '{"id":"q1","text":"My router, how do I restart it?"}\n\n{"id":"q2","text":"我的账单"}\n{"id":"q3","text":"zebra"}\n';

async function run(corpus: string, queries: string, ...more: string[]): Promise<unknown[]> {
  const [corpusPath, queriesPath] = [join(folder, 'c.jsonl'), join(folder, 'q.jsonl')];
  await Promise.all([writeFile(corpusPath, corpus), writeFile(queriesPath, queries)]);
  const lines: string[] = [];
  await evalKb([corpusPath, queriesPath, ...more], (line) => lines.push(line));
  return lines.map((line) => JSON.parse(line));
}

describe('evalKb', () => {
  it('prints one line a query, the best first, with an empty list where nothing was found', async () => {
    const lines = await run(CORPUS, QUERIES);
    expect(lines).toEqual([
      { query_id: 'q1', results: [{ id: 'a', score: expect.any(Number) }] },
      { query_id: 'q2', results: [{ id: '7', score: expect.any(Number) }] },
      { query_id: 'q3', results: [] },
    ]);
  });

  it('takes a byte order mark and Windows line ends', async () => {
    expect(await run(`\uFEFF${CORPUS.replaceAll('\n', '\r\n')}`, QUERIES)).toHaveLength(3);
  });

  it('bounds the results by --top', async () => {
    const corpus = [1, 2, 3].map((id) => JSON.stringify({ id, title: 'Router', text: '' })).join('\n');
    const [line] = await run(corpus, '{"id":"q","text":"router"}', '--top', '2');
    expect(line).toMatchObject({ results: [{ id: '1' }, { id: '2' }] });
  });

  it.each([
    ['{"id":"a","title":"x","text":"y"}\n{"id":', QUERIES, /c\.jsonl:2: not JSON/],
    ['{"id":"a","title":3,"text":"y"}', QUERIES, /c\.jsonl:1: field "title" must be text, found number/],
    ['{"id":"a","title":"x"}', QUERIES, /c\.jsonl:1: field "text" must be text, found nothing/],
    ['{"id":"a","title":"x","text":"y","lang":null}', QUERIES, /c\.jsonl:1: field "lang" must be text, found null/],
    ['{"id":"","title":"x","text":"y"}', QUERIES, /c\.jsonl:1: field "id" is empty/],
    ['["a"]', QUERIES, /c\.jsonl:1: not an object/],
    [`${CORPUS}{"id":"a","title":"x","text":"y"}`, QUERIES, /c\.jsonl:3: field "id" repeats "a"/],
    ['', QUERIES, /c\.jsonl: holds no article/],
    [CORPUS, '{"id":"q","text":["x"]}', /q\.jsonl:1: field "text" must be text, found a list/],
  ])('names file, line and field of a bad row: %#', async (corpus, queries, message) => {
    await expect(run(corpus, queries)).rejects.toThrow(message);
  });

  it('says which file is missing and how the command is called', async () => {
    await expect(evalKb([join(folder, 'none.jsonl'), 'x'], () => undefined)).rejects.toThrow(
      /none\.jsonl: cannot be read/,
    );
    await expect(evalKb(['one'], () => undefined)).rejects.toThrow(/CORPUS\.jsonl QUERIES\.jsonl/);
    await expect(evalKb(['--wrong'], () => undefined)).rejects.toThrow(/CORPUS\.jsonl/);
    await expect(run(CORPUS, QUERIES, '--top', '0')).rejects.toThrow(/--top/);
  });
});

describe('retrievalFigures', () => {
  it('computes the three figures of a worked example', () => {
    const judgements = new Map([
      ['q1', new Set(['a', 'b'])],
      ['q2', new Set(['c'])],
      ['q3', new Set(['d'])],
    ]);
    const rankings = new Map([
      ['q1', ['x', 'a', 'y', 'z', 'w', 'b']],
      ['q2', ['c']],
    ]);
    const figures = retrievalFigures(rankings, judgements);
    const first = (1 / Math.log2(3) + 1 / Math.log2(7)) / (1 + 1 / Math.log2(3));
    expect(figures.ndcg10).toBeCloseTo((first + 1) / 3, 10);
    expect(figures.recall5).toBeCloseTo((0.5 + 1) / 3, 10);
    expect(figures.mrr10).toBeCloseTo((0.5 + 1) / 3, 10);
    expect(figures.questions).toBe(3);
  });
});

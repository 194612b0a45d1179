import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { retrievalFigures } from '#test/eval/retrieval-metrics.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { type Engine, PEERS, YESWARD } from './kb-engines.ts';
import { type BenchSet, demoSet, publicSets } from './kb-sets.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Measured {
  readonly buildMs: number;
  readonly loadMs: number;
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly queryMs: readonly number[];
  readonly ndcg10: number;
  readonly recall5: number;
  readonly mrr10: number;
}

async function timed<Result>(run: () => Result | Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}

async function measure(engine: Engine, set: BenchSet): Promise<Measured> {
  const rankings = new Map<string, readonly string[]>();
  const queryMs: number[] = [];
  const sum = { buildMs: 0, loadMs: 0, bytes: 0, gzipBytes: 0 };
  for (const { documents, questions } of set.collections) {
    const [built, buildMs] = await timed(() => engine.build(documents));
    for (const { text } of questions.slice(0, 20)) await built.find(text);
    for (const { id, text } of questions) {
      const [ids, ms] = await timed(() => built.find(text));
      rankings.set(id, ids);
      queryMs.push(ms);
    }
    const saved = built.save();
    const [, loadMs] = await timed(() => engine.load(saved));
    sum.buildMs += buildMs;
    sum.loadMs += loadMs;
    sum.bytes += saved.length;
    sum.gzipBytes += gzipSync(saved).length;
  }
  return { ...sum, queryMs, ...retrievalFigures(rankings, set.judgements) };
}

function compared(set: string, ours: Measured, peer: string | null, theirs: Measured | null): Figure[] {
  const suffix = peer === null ? '' : ` vs ${peer}`;
  const line = (name: string, unit: string, value: (of: Measured) => number): Figure =>
    figure(`kb ${set} ${name}${suffix}`, unit, value(ours), theirs === null ? null : value(theirs));
  return [
    line('nDCG@10', '', (of) => of.ndcg10),
    line('Recall@5', '', (of) => of.recall5),
    line('MRR@10', '', (of) => of.mrr10),
    line('query p50', 'ms', (of) => percentile(of.queryMs, 0.5)),
    line('query p95', 'ms', (of) => percentile(of.queryMs, 0.95)),
    line('build', 'ms', (of) => of.buildMs),
    line('load', 'ms', (of) => of.loadMs),
    line('size', 'MB', (of) => of.bytes / 1e6),
    line('size gzip', 'MB', (of) => of.gzipBytes / 1e6),
  ];
}

/**
 * Measures the ranking beside other search libraries, on the public retrieval sets where `folder` (by default
 * ../shared/data/retrieval) holds them, else on the demo company's articles and tickets.
 */
export async function benchKb(args: readonly string[], print: (figure: Figure) => void): Promise<void> {
  const folder = args[0] ?? join(ROOT, '../shared/data/retrieval');
  const found = publicSets(folder);
  if (found === null) console.error(`${folder}: no retrieval sets there, so the demo company's tickets are used`);
  for (const set of found ?? [demoSet(join(ROOT, 'test/demo/data'))]) {
    const ours = await measure(YESWARD, set);
    for (const line of compared(set.name, ours, null, null)) print(line);
    for (const peer of PEERS) {
      const theirs = await measure(peer, set);
      for (const line of compared(set.name, ours, peer.name, theirs)) print(line);
    }
  }
}

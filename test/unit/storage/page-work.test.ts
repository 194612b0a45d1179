import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '#lib/domain/kb/article-schema.ts';
import type { WorkOrder, WorkOutcome, WorkProgress } from '#lib/messaging/page-work.ts';
import { YeswardDatabase } from '#lib/storage/database.ts';
import { createKbReader } from '#lib/storage/kb-reader.ts';
import { StorageFailure } from '#lib/storage/open-database.ts';
import { type PageWorkDeps, runPageWork } from '#lib/storage/run-page-work.ts';
import { readSetting, writeSetting } from '#lib/storage/settings.ts';

const SALT = '0123456789abcdef0123456789abcdef';
let db: YeswardDatabase;
let count = 0;

beforeEach(() => {
  db = new YeswardDatabase(`page-work-${count++}`);
});
afterEach(async () => {
  await db.delete();
});

function run(order: WorkOrder, deps: Partial<PageWorkDeps> = {}): Promise<WorkOutcome> {
  return runPageWork(order, {
    openDatabase: async () => db,
    runAlone: (work) => work(),
    now: () => Date.UTC(2026, 10, 22),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...deps,
  });
}

function jsonl(...rows: unknown[]): File {
  return new File([rows.map((row) => `${JSON.stringify(row)}\n`).join('')], 'articles.jsonl');
}

function importOf(file: File, more: Partial<Extract<WorkOrder, { kind: 'import' }>> = {}): WorkOrder {
  const files = [{ file, name: file.name }];
  return { kind: 'import', files, visibility: 'public', language: 'und', isReplacing: false, ...more };
}

const row = (id: string, title = `Title of ${id}`) => ({ id, title, body: `<p>Text of <b>${id}</b></p>` });

async function storedIds(): Promise<string[]> {
  const rows = await db.articles.toArray();
  return rows.map(({ id }) => id).toSorted();
}

/** Everything that must be as it was: rows of all tables without the numbers an import draws. */
async function snapshot(): Promise<unknown> {
  const [articles, activity, settings, generations] = await Promise.all([
    db.articles.toArray(),
    db.activity.toArray(),
    db.settings.toArray(),
    db.kbGenerations.toArray(),
  ]);
  const kept = settings.filter(({ key }) => key !== 'kb.lastGeneration');
  return { articles, activity, settings: kept, generations };
}

async function fillDatabase(): Promise<void> {
  await run(importOf(jsonl(row('a'), row('b'), { ...row('c'), visibility: 'internal', tags: ['x'] })));
  await db.activity.bulkAdd([
    { id: 'act-1', at: 5, kind: 'helpful', articleId: 'a', ticketHash: 'h1' },
    { id: 'act-2', at: 9, kind: 'dismissed', articleId: 'gone', ticketHash: 'h2' },
  ]);
  await writeSetting(db, 'locale', 'ro');
  await writeSetting(db, 'panel', { side: 'left', width: 400, isCollapsed: true });
  await db.settings.put({ key: 'salt', value: SALT });
}

async function backupText(): Promise<string> {
  const outcome = await run({ kind: 'back-up' });
  if (outcome.state !== 'file') throw new Error(`no backup but ${outcome.state}`);
  return outcome.blob.text();
}

const restoreOf = (text: string): WorkOrder => ({ kind: 'restore', file: new File([text], 'backup.jsonl') });

describe('import in the page worker', () => {
  it('stores the articles and says what became of the others', async () => {
    await run(importOf(jsonl(row('a'), row('b'))));
    expect(await run(importOf(jsonl(row('b', 'New'), row('c'))))).toEqual({
      state: 'stored',
      articleCount: 3,
      written: 2,
      replaced: 1,
      carriedOver: 1,
    });
    expect(await storedIds()).toEqual(['a', 'b', 'c']);
  });

  it('removes what the files do not hold where that was asked for', async () => {
    await run(importOf(jsonl(row('a'), row('b'))));
    await run(importOf(jsonl(row('b')), { isReplacing: true }));
    expect(await storedIds()).toEqual(['b']);
  });

  it('uses the defaults for what an article does not state', async () => {
    await run(importOf(jsonl(row('a')), { visibility: 'internal', language: 'ro' }));
    expect(await db.articles.toArray()).toMatchObject([{ visibility: 'internal', language: 'ro' }]);
  });

  it('names a file of a folder by its path, and makes that its id', async () => {
    const files = [{ file: new File(['# Hello\n\nText'], 'one.md'), name: 'kb/en/one.md' }];
    await run({ kind: 'import', files, visibility: 'public', language: 'en', isReplacing: false });
    expect(await storedIds()).toEqual(['kb/en/one']);
  });

  it('changes nothing when a row is bad, and says where', async () => {
    await fillDatabase();
    const before = await snapshot();
    expect(await run(importOf(jsonl(row('d'), { id: 'e', body: 'x' })))).toMatchObject({
      state: 'refused',
      errorCount: 1,
      errors: [{ file: 'articles.jsonl', line: 2, field: 'title', code: 'missing-field' }],
    });
    expect(await snapshot()).toEqual(before);
  });

  it('changes nothing when it is cancelled at any stage', async () => {
    await fillDatabase();
    const before = await snapshot();
    for (const stage of ['reading', 'carrying-over', 'indexing'] as const) {
      const abort = new AbortController();
      const seen: WorkProgress['stage'][] = [];
      const onProgress = (progress: WorkProgress) => {
        seen.push(progress.stage);
        if (progress.stage === stage) abort.abort();
      };
      expect(await run(importOf(jsonl(row('d'))), { signal: abort.signal, onProgress })).toEqual({
        state: 'cancelled',
      });
      expect(seen).toContain(stage);
      expect(await snapshot()).toEqual(before);
    }
  });

  it('does not begin while another page is at it', async () => {
    expect(await run(importOf(jsonl(row('a'))), { runAlone: async () => null })).toEqual({ state: 'busy' });
    expect(await storedIds()).toEqual([]);
  });

  it('says that storage is off', async () => {
    const openDatabase = async () => {
      throw new StorageFailure('storage-blocked');
    };
    expect(await run(importOf(jsonl(row('a'))), { openDatabase })).toEqual({
      state: 'failed',
      code: 'storage-blocked',
    });
  });
});

describe('rewriting', () => {
  it('removes all articles, but not what the agent did', async () => {
    await fillDatabase();
    expect(await run({ kind: 'clear-articles' })).toMatchObject({ state: 'stored', articleCount: 0 });
    expect([await storedIds(), await db.activity.count()]).toEqual([[], 2]);
  });

  it('builds the index of an older version anew', async () => {
    await fillDatabase();
    await db.kbGenerations.toCollection().modify({ stats: null });
    expect(await createKbReader(db).readSummary()).toMatchObject({ needsRebuild: true });
    expect(await run({ kind: 'rebuild' })).toMatchObject({ state: 'stored', articleCount: 3, carriedOver: 3 });
    expect(await createKbReader(db).readSummary()).toMatchObject({ needsRebuild: false, articleCount: 3 });
  });
});

describe('backup and restore', () => {
  it('puts back all of it in an empty installation', async () => {
    await fillDatabase();
    const text = await backupText();
    const articles = (await db.articles.toArray()).map(({ generation: _generation, ...article }) => article);
    const activity = await db.activity.toArray();
    await db.delete();
    db = new YeswardDatabase(`page-work-${count++}`);

    expect(await run(restoreOf(text))).toEqual({ state: 'restored', articles: 3, activity: 2 });
    expect((await db.articles.toArray()).map(({ generation: _generation, ...article }) => article)).toEqual(articles);
    expect(await db.activity.toArray()).toEqual(activity);
    expect(await readSetting(db, 'locale')).toBe('ro');
    expect(await readSetting(db, 'panel')).toEqual({ side: 'left', width: 400, isCollapsed: true });
    expect((await db.settings.get('salt'))?.value).toBe(SALT);
    expect(await createKbReader(db).readSummary()).toMatchObject({ articleCount: 3, needsRebuild: false });
  });

  it('takes the place of everything stored', async () => {
    await fillDatabase();
    const text = await backupText();
    await run(importOf(jsonl(row('later'))));
    await db.activity.add({ id: 'later', at: 20, kind: 'copied', articleId: 'later', ticketHash: 'h' });
    await writeSetting(db, 'locale', 'en');
    await run(restoreOf(text));
    expect(await storedIds()).toEqual(['a', 'b', 'c']);
    expect(await db.activity.toCollection().primaryKeys()).toEqual(['act-1', 'act-2']);
    expect(await readSetting(db, 'locale')).toBe('ro');
  });

  it('backs up and restores an installation without articles', async () => {
    const text = await backupText();
    expect(text.split('\n')).toHaveLength(2);
    expect(await run(restoreOf(text))).toEqual({ state: 'restored', articles: 0, activity: 0 });
  });

  it('is one JSON value a line, each article valid', async () => {
    await fillDatabase();
    const [header, ...lines] = (await backupText())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(header).toEqual({
      format: 'yesward-backup',
      version: 1,
      writtenAt: '2026-11-22T00:00:00.000Z',
      settings: 3,
      activity: 2,
      articles: 3,
    });
    const articles = lines.flatMap((line) => ('article' in line ? [line.article] : []));
    expect(articles.map((article) => articleSchema.safeParse(article).success)).toEqual([true, true, true]);
  });

  const damages: readonly [string, (lines: string[]) => string, object][] = [
    ['a file of something else', () => '{"id":"a","title":"A","body":"x"}\n', { problem: 'not-a-backup', line: 1 }],
    ['an empty file', () => '', { problem: 'not-a-backup', line: null }],
    [
      'a backup of a later version',
      ([header = '', ...rest]) => [header.replace('"version":1', '"version":2,"more":true'), ...rest].join('\n'),
      { problem: 'newer-version', line: null },
    ],
    ['a file cut off between lines', (lines) => lines.slice(0, -1).join('\n'), { problem: 'incomplete', line: null }],
    ['a file cut off inside a line', (lines) => lines.join('\n').slice(0, -20), { problem: 'bad-line', line: 9 }],
    ['a line that is no JSON', (lines) => lines.with(3, '{"activity":').join('\n'), { problem: 'bad-line', line: 4 }],
    [
      'an unknown kind of row',
      (lines) =>
        lines.with(4, '{"activity":{"id":"x","at":1,"kind":"sent","articleId":"a","ticketHash":"h"}}').join('\n'),
      { problem: 'bad-line', line: 5 },
    ],
    [
      'an article with a script address',
      (lines) => lines.with(7, (lines[7] ?? '').replace('"url":null', '"url":"javascript:alert(1)"')).join('\n'),
      { problem: 'bad-article', line: 8 },
    ],
    ['an article twice', (lines) => lines.with(8, lines[7] ?? '').join('\n'), { problem: 'duplicate-id', line: 9 }],
  ];
  it.each(damages)('refuses %s and changes nothing', async (_, damage, expected) => {
    await fillDatabase();
    const text = damage((await backupText()).trimEnd().split('\n'));
    const before = await snapshot();
    expect(await run(restoreOf(text))).toEqual({ state: 'backup-refused', ...expected });
    expect(await snapshot()).toEqual(before);
  });

  it('refuses what is no UTF-8', async () => {
    const file = new File([new Uint8Array([0x7b, 0xff, 0xfe])], 'backup.jsonl');
    expect(await run({ kind: 'restore', file })).toEqual({
      state: 'backup-refused',
      problem: 'bad-encoding',
      line: null,
    });
  });

  it('changes nothing when it is cancelled, or fails at the last step', async () => {
    await fillDatabase();
    const text = await backupText();
    await db.activity.clear();
    const before = await snapshot();
    const abort = new AbortController();
    const onProgress = ({ stage }: WorkProgress) => stage === 'indexing' && abort.abort();
    expect(await run(restoreOf(text), { signal: abort.signal, onProgress })).toEqual({ state: 'cancelled' });
    expect(await snapshot()).toEqual(before);

    const failing = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    db.settings.hook('creating', failing);
    db.settings.hook('updating', failing);
    await run(restoreOf(text));
    db.settings.hook('creating').unsubscribe(failing);
    db.settings.hook('updating').unsubscribe(failing);
    expect(await snapshot()).toEqual(before);
  });
});

describe('export of what the agent did', () => {
  it('holds every row, oldest first', async () => {
    await fillDatabase();
    const outcome = await run({ kind: 'export-activity' });
    if (outcome.state !== 'file') throw new Error(`no file but ${outcome.state}`);
    expect(JSON.parse(await outcome.blob.text())).toEqual({
      writtenAt: '2026-11-22T00:00:00.000Z',
      activity: await db.activity.orderBy('at').toArray(),
    });
  });
});

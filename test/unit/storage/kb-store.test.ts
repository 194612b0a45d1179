import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '#lib/domain/kb/article.ts';
import { rankArticles } from '#lib/domain/kb/rank-articles.ts';
import { searchQuery } from '#lib/domain/kb/ticket-query.ts';
import { YeswardDatabase } from '#lib/storage/database.ts';
import { createKbReader } from '#lib/storage/kb-reader.ts';
import { beginKbWrite, KbWriteConflict } from '#lib/storage/kb-writer.ts';

let db: YeswardDatabase;
let count = 0;

beforeEach(() => {
  db = new YeswardDatabase(`kb-store-${count++}`);
});
afterEach(async () => {
  await db.delete();
});

function article(id: string, title: string, text = 'Some text about broadband.'): Article {
  return {
    id: id as ArticleId,
    title,
    body: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
    url: `https://help.example/${id}`,
    language: 'en',
    visibility: 'public',
    updated: null,
    reviewed: null,
    owner: null,
    tags: [],
  };
}

async function importAll(...articles: Article[]) {
  const writer = await beginKbWrite(db, { now: 1 });
  await writer.put(articles);
  return writer.commit();
}

async function search(text: string): Promise<readonly string[] | null> {
  const options = { limit: 10, now: new Date(0) };
  const ranked = await createKbReader(db).withIndex((index) => rankArticles(searchQuery(text), index, options));
  return ranked?.map(({ card }) => card.title) ?? null;
}

async function rowCounts() {
  return {
    articles: await db.articles.count(),
    cards: await db.cards.count(),
    generations: await db.kbGenerations.count(),
  };
}

describe('beginKbWrite', () => {
  it('shows nothing before commit and all of it after', async () => {
    const writer = await beginKbWrite(db, { now: 1 });
    await writer.put([article('1', 'Restart the router'), article('2', 'Pay a bill')]);
    expect(await search('router')).toBeNull();
    const result = await writer.commit();
    expect(result).toMatchObject({ articleCount: 2, written: 2, carriedOver: 0, replaced: 0 });
    expect(await search('restarting routers')).toEqual(['Restart the router']);
  });

  it('replaces stored articles by id and carries the others over', async () => {
    await importAll(article('1', 'Restart the router'), article('2', 'Pay a bill'));
    const result = await importAll(article('1', 'Reboot the modem'), article('3', 'Move house'));
    expect(result).toMatchObject({ articleCount: 3, written: 2, carriedOver: 1, replaced: 1 });
    expect(await search('router')).toEqual([]);
    expect(await search('modem')).toEqual(['Reboot the modem']);
    expect(await search('bill')).toEqual(['Pay a bill']);
    expect(await createKbReader(db).readArticle('1' as ArticleId)).toEqual(article('1', 'Reboot the modem'));
    expect(await rowCounts()).toEqual({ articles: 3, cards: 3, generations: 1 });
  });

  it('leaves the state in force untouched when aborted', async () => {
    await importAll(article('1', 'Restart the router'));
    const before = await rowCounts();
    const writer = await beginKbWrite(db, { now: 2 });
    await writer.put([article('1', 'Reboot the modem')]);
    await writer.abort();
    expect(await search('router')).toEqual(['Restart the router']);
    expect(await rowCounts()).toEqual(before);
  });

  it('undoes its work when its signal aborts between two slices', async () => {
    await importAll(article('1', 'Restart the router'));
    const before = await rowCounts();
    for (const stage of ['carrying-over', 'indexing']) {
      const cancel = new AbortController();
      const writer = await beginKbWrite(db, {
        now: 2,
        signal: cancel.signal,
        onProgress: (progress) => progress.stage === stage && cancel.abort(new Error('cancelled')),
      });
      await writer.put([article('2', 'Pay a bill')]);
      if (stage === 'indexing') cancel.abort(new Error('cancelled'));
      await expect(writer.commit()).rejects.toThrow('cancelled');
      expect(await search('router bill')).toEqual(['Restart the router']);
      expect(await rowCounts()).toEqual(before);
      expect(await db.indexBlocks.count()).toBe(1);
    }
  });

  it('cleans up what a crashed import left', async () => {
    await importAll(article('1', 'Restart the router'));
    const crashed = await beginKbWrite(db, { now: 2 });
    await crashed.put([article('9', 'Orphan')]);
    expect((await rowCounts()).articles).toBe(2);
    await importAll(article('2', 'Pay a bill'));
    expect(await rowCounts()).toEqual({ articles: 2, cards: 2, generations: 1 });
    expect(await search('orphan')).toEqual([]);
  });

  it('refuses to commit over an import that finished meanwhile', async () => {
    const first = await beginKbWrite(db, { now: 1 });
    await first.put([article('1', 'Restart the router')]);
    await importAll(article('2', 'Pay a bill'));
    await expect(first.commit()).rejects.toBeInstanceOf(KbWriteConflict);
    expect(await search('bill router')).toEqual(['Pay a bill']);
  });

  it('drops stored articles that are not to be kept', async () => {
    await importAll(article('1', 'Restart the router'), article('2', 'Pay a bill'));
    const writer = await beginKbWrite(db, { now: 2, keeps: (stored) => stored.id !== '2' });
    expect(await writer.commit()).toMatchObject({ articleCount: 1, carriedOver: 1 });
    expect(await search('bill')).toEqual([]);
  });

  it('writes and carries over more articles than one slice', async () => {
    const many = Array.from({ length: 2500 }, (_, at) => article(String(at), `Topic${at} guide`));
    await importAll(...many);
    const result = await importAll(article('2499', 'Topic2499 renewed'), article('new', 'Fresh'));
    expect(result).toMatchObject({ articleCount: 2501, carriedOver: 2499, replaced: 1 });
    expect(await search('topic1234')).toEqual(['Topic1234 guide']);
    expect(await search('topic2499')).toEqual(['Topic2499 renewed']);
    expect(await rowCounts()).toEqual({ articles: 2501, cards: 2501, generations: 1 });
  });
});

describe('createKbReader', () => {
  it('says that nothing is there yet', async () => {
    const reader = createKbReader(db);
    expect(await reader.readSummary()).toBeNull();
    expect(await reader.readArticle('1' as ArticleId)).toBeNull();
  });

  it('sums up what is there', async () => {
    await importAll(article('1', 'Restart the router'));
    expect(await createKbReader(db).readSummary()).toEqual({
      articleCount: 1,
      writtenAt: 1,
      languages: { en: 1 },
      needsRebuild: false,
    });
  });

  it('asks for a rebuild where the index is of another version, and gets by with an empty import', async () => {
    const { generation } = await importAll(article('1', 'Restart the router'));
    await db.kbGenerations.update(generation, { stats: { ranking: { version: 0 }, lastTerms: [] } });
    expect(await search('router')).toBeNull();
    expect(await createKbReader(db).readSummary()).toMatchObject({ needsRebuild: true });
    await importAll();
    expect(await search('router')).toEqual(['Restart the router']);
  });

  it('reads each block once', async () => {
    await importAll(article('1', 'Restart the router'), article('2', 'Pay a bill'));
    const blocks = await createKbReader(db).withIndex((index) => index.readBlocks(['bill', 'pay', 'router', 'zzz']));
    expect(blocks).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { alreadySent, sentUrls } from '#lib/domain/kb/already-sent.ts';
import type { Article, ArticleId } from '#lib/domain/kb/article.ts';
import { type RankingOptions, rankArticles } from '#lib/domain/kb/rank-articles.ts';
import { searchQuery } from '#lib/domain/kb/ticket-query.ts';
import { plainArticle } from '#test/eval/kb.ts';
import { memoryIndex } from '#test/eval/memory-index.ts';

const NOW = new Date('2026-11-22');

function article(id: string, title: string, more: Partial<Article> & { text?: string } = {}): Article {
  const { text = '', ...fields } = more;
  return { ...plainArticle(id, title, text, 'en'), ...fields };
}

async function rank(text: string, articles: readonly Article[], options: Partial<RankingOptions> = {}) {
  return rankArticles(searchQuery(text), memoryIndex(articles), { limit: 3, now: NOW, ...options });
}

async function ids(...args: Parameters<typeof rank>): Promise<readonly string[]> {
  return (await rank(...args)).map(({ card }) => card.id);
}

describe('rankArticles', () => {
  it('finds an article by title before one by body', async () => {
    const articles = [
      article('body', 'Other', { text: 'router restart' }),
      article('title', 'Router restart', { text: 'other' }),
    ];
    expect(await ids('restart the router', articles)).toEqual(['title', 'body']);
  });

  it('puts a title that holds a phrase of the ticket before one that holds its words apart', async () => {
    const articles = [article('apart', 'Debit your card, direct'), article('phrase', 'Your card, direct debit')];
    expect(await ids('cancel the direct debit', articles)).toEqual(['phrase', 'apart']);
  });

  it('finds by tags', async () => {
    expect(await ids('factory reset', [article('1', 'Hub', { tags: ['factory-reset'] })])).toEqual(['1']);
  });

  it('returns nothing for words that no article holds, for no words, and for no articles', async () => {
    expect(await rank('zebra', [article('1', 'Router')])).toEqual([]);
    expect(await rank('', [article('1', 'Router')])).toEqual([]);
    expect(await rank('router', [])).toEqual([]);
  });

  it('bounds what it returns', async () => {
    const articles = Array.from({ length: 100 }, (_, at) => article(String(at), `Router ${at}`));
    expect(await rank('router', articles)).toHaveLength(3);
  });

  it("puts the customer's language first", async () => {
    const articles = [
      article('ro', 'WiFi router WiFi', { language: 'ro' }),
      article('en', 'Setting up', { text: 'Your WiFi router and many other words besides that are longer' }),
    ];
    expect(await ids('What is the WiFi of my router?', articles)).toEqual(['en', 'ro']);
    expect(await ids('Care este parola de WiFi la router? Nu o mai știu', articles)).toEqual(['ro', 'en']);
  });

  it('answers Chinese in the other script when there is none in its own', async () => {
    const articles = [article('en', 'Bill'), article('hant', '帳單說明', { language: 'zh-Hant' })];
    expect(await ids('我的帐单说明在哪里？', articles)).toEqual(['hant']);
    const both = [...articles, article('hans', '帐单说明', { language: 'zh-Hans' })];
    expect(await ids('我的帐单说明在哪里？', both)).toEqual(['hans', 'hant']);
  });

  it('puts a stale article a little lower, not last', async () => {
    const articles = [
      article('stale', 'Router restart', { updated: '2020-01-01' }),
      article('fresh', 'Router restart', { updated: '2026-11-01' }),
      article('weak', 'Billing', { text: 'router', updated: '2026-11-01' }),
    ];
    const ranked = await rank('restart router', articles);
    expect(ranked.map(({ card, freshness }) => [card.id, freshness])).toEqual([
      ['fresh', 'fresh'],
      ['stale', 'stale'],
      ['weak', 'fresh'],
    ]);
  });

  it('marks what was sent and puts it last, beyond the limit', async () => {
    const articles = [1, 2, 3, 4].map((at) => article(String(at), 'Router', { url: `https://help.example/${at}` }));
    const ranked = await rank('router', articles, { sentUrls: new Set(['help.example/1']) });
    expect(ranked.map(({ card, isAlreadySent }) => [card.id, isAlreadySent])).toEqual([
      ['2', false],
      ['3', false],
      ['4', false],
      ['1', true],
    ]);
    const byId = await rank('router', articles, { sentIds: new Set(['2' as ArticleId]) });
    expect(byId.map(({ card }) => card.id)).toEqual(['1', '3', '4', '2']);
  });

  it('leaves dismissed articles out', async () => {
    const articles = [article('1', 'Router'), article('2', 'Router')];
    expect(await ids('router', articles, { dismissedIds: new Set(['1' as ArticleId]) })).toEqual(['2']);
  });

  it('says which words found an article, as they were written, at most four', async () => {
    const articles = [article('1', 'Blinking orange lights on routers', { text: 'evening broadband cable colour' })];
    const [first] = await rank('The ORANGE light of my router blinked, evening broadband cable', articles);
    expect(first?.matched).toHaveLength(4);
    expect(first?.matched).toContain('ORANGE');
    expect(first?.matched).toContain('router');
  });

  it('explains by the words of the subject, by those of the story only where there is nothing else', async () => {
    const articles = [article('1', 'Router tried', { text: 'yesterday' })];
    expect((await rank('Yesterday I tried the router', articles))[0]?.matched).toEqual(['router']);
    expect((await rank('Yesterday I tried', articles))[0]?.matched).toEqual(['tried', 'Yesterday']);
  });

  it('joins Chinese pairs that overlap into the words they came from', async () => {
    const articles = [article('1', '宽带账单', { language: 'zh-Hans' }), article('2', '其他', { language: 'zh-Hans' })];
    const [first] = await rank('查询宽带账单吗', articles);
    expect(first?.matched).toEqual(['宽带账单']);
  });
});

describe('sentUrls', () => {
  const links = [
    'http://www.help.example/kb/a/?utm=1#x',
    'https://help.example/article?id=7',
    'mailto:a@b.example',
    'not a link',
  ];
  const ticket = {
    messages: [
      { id: '1', role: 'agent', author: '', text: '', links },
      { id: '2', role: 'customer', author: '', text: '', links: ['https://help.example/kb/c'] },
    ],
  } as const;

  it('knows an article by its address whatever tracking, scheme or slash was added', () => {
    const articles = [
      'https://help.example/kb/a',
      'https://help.example/kb/b',
      'https://help.example/kb/c',
      'https://help.example/article?id=7',
      'https://help.example/article?id=8',
      null,
    ];
    const found = alreadySent(
      ticket,
      articles.map((url, at) => ({ id: String(at) as ArticleId, url })),
    );
    expect([...found]).toEqual(['0', '3']);
    expect(sentUrls(ticket).size).toBe(2);
  });
});

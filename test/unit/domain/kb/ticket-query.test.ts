import { describe, expect, it } from 'vitest';
import { cleanMessage } from '#lib/domain/kb/clean-message.ts';
import { queryTerms } from '#lib/domain/kb/query-terms.ts';
import { searchQuery, ticketQuery } from '#lib/domain/kb/ticket-query.ts';
import type { MessageRole, TicketMessage } from '#lib/domain/ticket.ts';

function message(role: MessageRole, text: string): TicketMessage {
  return { id: text, role, author: '', text, links: [] };
}

describe('cleanMessage', () => {
  it.each([
    ['English', 'It is still slow.\n\nOn 3 Nov 2026 at 10:02, Larkfield wrote:\n> Please restart\n> the hub'],
    [
      'English over two lines',
      'It is still slow.\nOn Tue, 3 Nov 2026 at 10:02, Larkfield Broadband\n<help@larkfield.example> wrote:\n\nPlease restart the hub',
    ],
    ['Outlook', 'It is still slow.\n\n-----Original Message-----\nFrom: Larkfield\nSubject: restart'],
    [
      'Outlook without a rule',
      'It is still slow.\n\nFrom: Larkfield <a@b.example>\nSent: 3 November 2026\nTo: me\n\nPlease restart the hub',
    ],
    ['Romanian', 'It is still slow.\n\nÎn mar., 3 nov. 2026 la 10:02, Larkfield a scris:\n> Reporniți'],
    ['Romanian without diacritics', 'It is still slow.\nPe 3 noiembrie 2026, Larkfield a scris:\nReporniti routerul'],
    ['Simplified Chinese', 'It is still slow.\n\n在 2026年11月3日，Larkfield <a@b.example> 写道：\n> 请重启'],
    ['Simplified Chinese, name first', 'It is still slow.\nLarkfield 于2026年11月3日周二 10:02写道：\n请重启'],
    ['Traditional Chinese', 'It is still slow.\n於 2026年11月3日 週二 上午10:02寫道：\n請重新開機'],
    ['Chinese Outlook', 'It is still slow.\n发件人: Larkfield\n发送时间: 2026年11月3日\n\n请重启'],
    ['plain quotes', '> Please restart\nIt is still slow.'],
  ])('cuts a quoted message: %s', (_, text) => {
    expect(cleanMessage(text)).toBe('It is still slow.');
  });

  it('keeps an answer written under the quote', () => {
    expect(cleanMessage('On 3 Nov 2026, Larkfield wrote:\n> Is the light red?\n\nYes, it is red.')).toBe(
      'Yes, it is red.',
    );
  });

  it.each([
    'It is still slow.\n-- \nAnn Smith\nAcme Ltd',
    'It is still slow.\n\nBest regards,\nAnn Smith\n+44 20 7946 0000',
    'It is still slow.\nThanks!\nAnn',
    'It is still slow.\n\nCu stimă,\nAna Pop',
    'It is still slow.\n\n此致\n敬礼\n王芳',
    'It is still slow.\nSent from my iPhone',
    'It is still slow.\nTel: 020 7946 0000',
  ])('cuts a signature: %j', (text) => {
    expect(cleanMessage(text)).toBe('It is still slow.');
  });

  it.each([
    'Hi,\nIt is still slow.',
    'Hello Ann, It is still slow.',
    'Bună ziua,\n\nIt is still slow.',
    '您好，It is still slow.',
    'Dear Sir or Madam,\nIt is still slow.',
  ])('drops a greeting: %j', (text) => {
    expect(cleanMessage(text)).toBe('It is still slow.');
  });

  it('drops addresses but not what is said about them', () => {
    expect(cleanMessage('Write to me@home.example or see https://help.example/a?b=1 please')).toBe(
      'Write to   or see   please',
    );
  });

  it('keeps ordinary sentences that begin like a greeting, a closing or a header', () => {
    for (const text of [
      'Highly unstable line',
      'Thanks to your engineer the line is dead',
      'From: the kitchen it works',
      'On Monday I wrote to you',
      'Order 12345678',
    ]) {
      expect(cleanMessage(text)).toBe(text);
    }
  });

  it('takes no longer for a hostile message than for another', () => {
    for (const piece of ['a.', 'Thanks\n', '\n', 'On 1', 'hi ', '> ', '于2026', '+1 ', ' ', 'From: a\n']) {
      expect(cleanMessage(piece.repeat(100_000)).length).toBeLessThanOrEqual(20_000);
    }
  });

  it('never returns nothing where there was something', () => {
    expect(cleanMessage('> only a quote')).toBe('> only a quote');
    expect(cleanMessage('Thanks!')).toBe('Thanks!');
    expect(cleanMessage('')).toBe('');
  });
});

describe('ticketQuery', () => {
  const ticket = {
    subject: 'Re: [LB-12] Hub light',
    messages: [
      message('customer', 'First message'),
      message('agent', 'An answer'),
      message('note', 'A note'),
      message('customer', 'The light is orange'),
    ],
  };

  it('holds subject and customer messages only, the last above the earlier', () => {
    const { parts } = ticketQuery(ticket);
    expect(parts.map((part) => part.text)).toEqual(['Hub light', 'The light is orange', 'First message']);
    const [subject, last, earlier] = parts.map((part) => part.weight);
    expect(last).toBeGreaterThan(earlier ?? 0);
    expect(subject).toBeGreaterThanOrEqual(last ?? 0);
  });

  it('takes the language of what the customer wrote last', () => {
    const messages = [
      message(
        'customer',
        'Hello, I have a question about my bill, which I do not understand at all, and there is more to it',
      ),
      message('customer', '我的账单为什么这么贵？请帮我看一下'),
    ];
    expect(ticketQuery({ subject: '', messages }).language).toBe('zh-Hans');
  });

  it('is empty for a ticket without words', () => {
    expect(ticketQuery({ subject: ' ', messages: [message('agent', 'Hello')] }).parts).toEqual([]);
  });
});

describe('queryTerms', () => {
  it('keeps each word as the customer wrote it first', () => {
    const terms = queryTerms(searchQuery('Routers restart, router RESTARTED'), { en: 1 });
    expect(terms.map(({ term, surface }) => [term, surface])).toEqual([
      ['router', 'Routers'],
      ['restart', 'restart'],
    ]);
  });

  it('counts a word that returns more, but not twice as much', () => {
    const terms = queryTerms(searchQuery('router router cable'), { en: 1 });
    const [router, cable] = terms.map(({ weight }) => weight);
    expect(router).toBeGreaterThan(cable ?? 0);
    expect(router).toBeLessThan(2 * (cable ?? 0));
  });

  it('counts words of a story less', () => {
    const terms = queryTerms(searchQuery('yesterday router'), { en: 1 });
    expect(terms.map(({ term }) => term)).toEqual(['router', 'yesterday']);
    expect(terms[1]?.weight).toBeLessThan(terms[0]?.weight ?? 0);
  });

  it('uses the stemmers of all articles where the language is unknown', () => {
    const terms = queryTerms({ parts: [{ text: 'facturile billing', weight: 1 }], language: 'und' }, { en: 1, ro: 1 });
    expect(terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['factur', 'bill']));
  });

  it('bounds the terms of a long ticket', () => {
    const text = Array.from({ length: 500 }, (_, at) => `code${at}`).join(' ');
    expect(queryTerms(searchQuery(text), { en: 1 })).toHaveLength(96);
  });
});

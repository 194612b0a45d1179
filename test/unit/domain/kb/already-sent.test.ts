import { describe, expect, test } from 'vitest';
import { isAnswerSent } from '#lib/domain/kb/already-sent.ts';
import type { Block } from '#lib/domain/kb/article.ts';
import type { MessageRole } from '#lib/domain/ticket.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const body: Block[] = [
  paragraph('Before you start'),
  {
    type: 'list',
    ordered: true,
    start: 1,
    items: [
      [paragraph('Switch the Hub off at the wall and wait for 30 seconds.')],
      [paragraph('Switch it on again and wait for a steady white light.')],
      [paragraph('Write down the time of each dropout.')],
    ],
  },
];
const threadOf = (text: string, role: MessageRole = 'agent') => ({
  messages: [{ id: '1', role, author: 'Robin', text, links: [] }],
});
const sent = `Hello Dana,
1. Switch the Hub *off* at the wall and wait for 30 seconds.
2. Switch it on again, and wait for a steady white light.
3. Write down the time of each dropout.
Kind regards`;

describe('an inserted answer', () => {
  test('is sent once an agent’s message holds it, however it was marked up', () => {
    expect(isAnswerSent(threadOf(sent), body)).toBe(true);
  });

  test('is sent although the agent left a step out', () => {
    expect(isAnswerSent(threadOf(sent.replace(/^3\..*\n/m, '')), body)).toBe(true);
  });

  test.each(['customer', 'note', 'system'] as const)('is not sent by a message of the role %s', (role) => {
    expect(isAnswerSent(threadOf(sent, role), body)).toBe(false);
  });

  test('is not sent where one step alone went out', () => {
    expect(isAnswerSent(threadOf('Write down the time of each dropout.'), body)).toBe(false);
  });

  test('is not told by lines too short to tell', () => {
    expect(isAnswerSent(threadOf('Before you start'), [paragraph('Before you')])).toBe(false);
  });
});

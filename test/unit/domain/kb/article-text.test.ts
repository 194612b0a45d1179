import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/domain/kb/article.ts';
import { articleText, blocksText } from '#lib/domain/kb/article-text.ts';
import { articleSteps } from '#lib/domain/kb/steps.ts';

const text = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text: value }] });
const list = (ordered: boolean, items: Block[][], start = 1): Block => ({ type: 'list', ordered, start, items });

describe('blocksText', () => {
  it('gives one line a block, with list marks, table bars, link words and image descriptions', () => {
    const blocks: Block[] = [
      { type: 'heading', level: 2, children: [{ type: 'strong', children: [{ type: 'text', text: 'Reset' }] }] },
      { type: 'rule' },
      list(true, [[text('One'), list(false, [[text('inner')]])], [text('Two')]], 3),
      {
        type: 'table',
        header: [[{ type: 'text', text: 'Light' }], [{ type: 'text', text: 'Means' }]],
        rows: [
          [
            [{ type: 'text', text: 'red' }],
            [{ type: 'link', href: 'https://a.example', children: [{ type: 'text', text: 'fault' }] }],
          ],
        ],
      },
      { type: 'quote', children: [{ type: 'code', text: 'ping' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'image', src: 'https://a.example/x.png', alt: 'The hub' },
          { type: 'break' },
          { type: 'em', children: [{ type: 'text', text: 'back' }] },
        ],
      },
    ];
    expect(blocksText(blocks)).toBe(
      'Reset\n3. One\n  - inner\n4. Two\nLight | Means\nred | fault\nping\nThe hub\nback',
    );
  });

  it('adds the tags to what is indexed', () => {
    expect(articleText({ body: [text('Body')], tags: ['hub', 'light'] })).toBe('Body\nhub light');
    expect(articleText({ body: [text('Body')], tags: [] })).toBe('Body');
  });
});

describe('articleSteps', () => {
  it('takes the items of each ordered list at the top, with the heading above and the numbers as written', () => {
    const body: Block[] = [
      list(true, [[text('first')]]),
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Then' }] },
      list(false, [[list(true, [[text('nested')]])]]),
      list(true, [[text('a'), text('b')], [text('c')]], 2),
    ];
    expect(articleSteps({ body })).toEqual([
      { heading: null, steps: [{ number: 1, blocks: [text('first')] }] },
      {
        heading: 'Then',
        steps: [
          { number: 2, blocks: [text('a'), text('b')] },
          { number: 3, blocks: [text('c')] },
        ],
      },
    ]);
  });

  it('finds none where there is no ordered list', () => {
    expect(articleSteps({ body: [text('a'), list(false, [[text('b')]])] })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '#lib/domain/kb/article.ts';
import { MAX_BLOCK_DEPTH } from '#lib/domain/kb/normalise-blocks.ts';
import { parseHtml } from '#lib/domain/kb/parse-html.ts';
import { serialiseHtml } from '#lib/domain/kb/serialise-html.ts';

const BASE = 'https://kb.example/help/article';
const canonical = (html: string) => serialiseHtml(parseHtml(html, BASE));

describe('HTML', () => {
  it.each([
    ['whitespace over marks', ' <p> one <b> two </b> three </p>\n', '<p>one <strong>two </strong>three</p>'],
    ['text beside blocks', 'one<p>two</p>three<div>four</div>', '<p>one</p><p>two</p><p>three</p><p>four</p>'],
    ['a block inside a mark', '<b>one<p>two</p></b>', '<p><strong>one</strong></p><p><strong>two</strong></p>'],
    ['breaks at the ends, and two in a row', '<p><br>one<br>two<br><br>three<br></p>', '<p>one<br>two</p><p>three</p>'],
    ['empty blocks', '<p> </p><ul><li></li></ul><h2></h2><blockquote></blockquote><pre>\n</pre><table></table>', ''],
    ['a mark in the same mark', '<b>a <strong>b</strong></b>', '<p><strong>a b</strong></p>'],
    ['a link without words', '<p>a<a href="/x"> </a>b</p>', '<p>a b</p>'],
    ['an anchor', '<p><a name="top">Top</a></p>', '<p>Top</p>'],
    [
      'relative addresses',
      '<a href="../x?a=1&amp;b">x</a> <img src="i.png" alt=" An  i ">',
      '<p><a href="https://kb.example/x?a=1&amp;b">x</a> <img src="https://kb.example/help/i.png" alt="An i"></p>',
    ],
    [
      'an address with a user name',
      '<a href="https://bank.example@evil.example/">x</a>',
      '<p><a href="https://evil.example/">x</a></p>',
    ],
    ['an image kept in the page', '<p><img src="data:image/png;base64,AA" alt="The lamp"></p>', '<p>The lamp</p>'],
    ['definitions', '<dl><dt>Term<dd>Meaning</dl>', '<p><strong>Term</strong></p><p>Meaning</p>'],
    [
      'hidden text',
      '<p>a<span hidden>b</span><i style="color:red; DISPLAY : none">c</i></p><ul><li>d<li hidden>e</ul>',
      '<p>a</p><ul><li>d</li></ul>',
    ],
    [
      'a form around the page',
      '<form><label>Name <input value=x></label><p>text</p><button>Go</button></form>',
      '<p>Name</p><p>text</p>',
    ],
    [
      'a list in a list without an item',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
    ],
    [
      'a start',
      '<ol start="4"><li>a</ol><ol start="-2"><li>b</ol><ol start="x"><li>c</ol>',
      '<ol start="4"><li>a</li></ol><ol><li>b</li></ol><ol><li>c</li></ol>',
    ],
    ['preformatted text', '<pre>\n  a\n\n<b>b</b><br>c  \n</pre>', '<pre><code>  a\n\nb\nc</code></pre>'],
    [
      'code inside a link',
      '<code><a href="/x">a</a></code>',
      '<p><a href="https://kb.example/x"><code>a</code></a></p>',
    ],
    ['a quotation', '<p><q>Well</q></p>', '<p>“Well”</p>'],
    ['control characters', '<p>a\u0000\u0007b&#xFEFF;</p>', '<p>ab</p>'],
    ['a no-break space', '<p>1&nbsp;000 </p>', '<p>1\u00a0000</p>'],
    ['frames', '<frameset><frame src=x></frameset><p>a<plaintext><p>b', '<p>a</p><p>b</p>'],
  ])('with %s is settled', (_, html, expected) => {
    expect(canonical(html)).toBe(expected);
  });

  it('without a base keeps the words of a relative link', () => {
    expect(serialiseHtml(parseHtml('<p>See <a href="/x">this</a>, <img src="i.png" alt="that">.</p>', null))).toBe(
      '<p>See this, that.</p>',
    );
  });
});

describe('an HTML table', () => {
  it.each([
    [
      'thead',
      '<table><caption>Rates</caption><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>',
      '<p>Rates</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'a first row of th',
      '<table><tr><th>a<th>b<tr><th>1<td>2</table>',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'no header',
      '<table><tr><th>a<td>b<tr><td>1</table>',
      '<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>1</td><td></td></tr></tbody></table>',
    ],
    [
      'spans',
      '<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>',
      '<table><tbody><tr><td>a</td><td>b</td><td></td></tr><tr><td></td><td>c</td><td>d</td></tr></tbody></table>',
    ],
    [
      'blocks in a cell',
      '<table><tr><td><p>a</p><p>b</p><ul><li>c</ul><td>d</table>',
      '<table><tbody><tr><td>a<br>b<br>• c</td><td>d</td></tr></tbody></table>',
    ],
    ['one cell, as a frame', '<table><tr><td><h2>a</h2><ul><li>b</ul></table>', '<h2>a</h2><ul><li>b</li></ul>'],
  ])('with %s is read', (_, html, expected) => {
    expect(canonical(html)).toBe(expected);
  });
});

function depthOf(blocks: readonly Block[]): number {
  const depths = blocks.map((block) => {
    if (block.type === 'list') return 1 + Math.max(...block.items.map(depthOf));
    return block.type === 'quote' ? 1 + depthOf(block.children) : 0;
  });
  return Math.max(0, ...depths);
}

function inlineDepth(children: readonly Inline[]): number {
  return Math.max(0, ...children.map((child) => ('children' in child ? 1 + inlineDepth(child.children) : 0)));
}

describe('HTML nested without end', () => {
  const DEPTH = 100_000;

  it.each(['<div>', '<ul><li>', '<blockquote>', '<b><i><a href=/x>', '<table><tr><td>', '<font size=1>', '<span><p>'])(
    'in %s is read, and lies flat beyond a depth',
    (tags) => {
      const body = parseHtml(`${tags.repeat(DEPTH / tags.length)}words`, BASE);
      expect(serialiseHtml(body)).toContain('words');
      expect(depthOf(body)).toBeLessThanOrEqual(MAX_BLOCK_DEPTH);
      for (const block of body)
        if (block.type === 'paragraph') expect(inlineDepth(block.children)).toBeLessThanOrEqual(4);
    },
  );

  it('of 100,000 divs, closed again, leaves what follows where it stands', () => {
    expect(canonical(`${'<div>'.repeat(DEPTH)}a${'</div>'.repeat(DEPTH)}<p>b</p>`)).toBe('<p>a</p><p>b</p>');
  });
});

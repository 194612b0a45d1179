import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#lib/domain/kb/parse-markdown.ts';
import { serialiseHtml } from '#lib/domain/kb/serialise-html.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';

const BASE = 'https://kb.example/help/article';
const canonical = (markdown: string) => serialiseHtml(parseMarkdown(markdown, BASE));

describe('Markdown', () => {
  it.each([
    ['steps', '3. one\n4. two\n   - three\n', '<ol start="3"><li>one</li><li>two<ul><li>three</li></ul></li></ol>'],
    ['a loose list', '- one\n\n- two\n\n  more', '<ul><li>one</li><li><p>two</p><p>more</p></li></ul>'],
    ['a task list', '- [x] done\n- [ ] to do', '<ul><li>☑ done</li><li>☐ to do</li></ul>'],
    [
      'a table',
      '| a | b |\n|---|:-:|\n| 1 \\| 2 | `x` |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 | 2</td><td><code>x</code></td></tr></tbody></table>',
    ],
    [
      'references',
      '[one][1] and ![two](i.png)\n\n[1]: ../x "t"',
      '<p><a href="https://kb.example/x">one</a> and <img src="https://kb.example/help/i.png" alt="two"></p>',
    ],
    [
      'HTML in a line',
      'press <kbd>Ctrl</kbd> <b>now\nor</b> <script>x</script>',
      '<p>press <code>Ctrl</code> <strong>now or</strong></p>',
    ],
    [
      'HTML around Markdown',
      '<details><summary>More</summary>\n\n**yes**\n\n</details>',
      '<p><strong>More</strong></p><p><strong>yes</strong></p>',
    ],
    ['a script address', '[x](javascript:alert(1)) <javascript:alert(1)>', '<p>x javascript:alert(1)</p>'],
    [
      'a bare address',
      'see https://kb.example/a.',
      '<p>see <a href="https://kb.example/a">https://kb.example/a</a>.</p>',
    ],
    [
      'code',
      '```js\nif (a < b) {}\n```\n\n    indented',
      '<pre><code>if (a &lt; b) {}</code></pre><pre><code>indented</code></pre>',
    ],
    ['a footnote', 'text[^n]\n\n[^n]: note', '<p>text1</p><ol><li>note</li></ol>'],
    ['deleted words', 'a ~~b~~ c', '<p>a b c</p>'],
  ])('with %s is read', (_, markdown, expected) => {
    expect(canonical(markdown)).toBe(expected);
  });

  it.each(['> ', '- ', '1. ', '[', '[a](', '`', 'a_ _b'])('with %j without end is read as text', (sign) => {
    const text = serialiseText(parseMarkdown(`${sign.repeat(20_000)}words`, null));
    expect(text.endsWith('words')).toBe(true);
  });
});

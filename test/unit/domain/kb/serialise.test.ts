import { describe, expect, it } from 'vitest';
import { parseHtml } from '#lib/domain/kb/parse-html.ts';
import { serialiseMarkdown } from '#lib/domain/kb/serialise-markdown.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { serialiseTextile } from '#lib/domain/kb/serialise-textile.ts';

const ARTICLE = parseHtml(
  `<h2>Reset the router</h2>
   <p>Hold <strong>Reset</strong> for <em>ten</em> seconds, see <a href="https://kb.example/lamps">the lamps</a>.</p>
   <ol start="2"><li>Wait<ul><li>for <code>green</code></li><li>or <a href="mailto:help@kb.example">help@kb.example</a></li></ul></li>
   <li><p>Done</p><p>Really</p></li></ol>
   <table><tr><th>Lamp</th><th>Meaning</th></tr><tr><td>red</td><td>a | b</td></tr></table>
   <blockquote><p>Quoted<br>twice</p></blockquote><pre>a &lt; b</pre><hr><p><img src="https://kb.example/i.png" alt="Front"></p>`,
  null,
);

describe('an article', () => {
  it('as plain text', () => {
    expect(serialiseText(ARTICLE)).toBe(`Reset the router

Hold Reset for ten seconds, see the lamps: https://kb.example/lamps.

2. Wait
   - for green
   - or help@kb.example
3. Done
   Really

Lamp | Meaning
red | a | b

> Quoted
> twice

a < b

---

Front: https://kb.example/i.png`);
  });

  it('as Markdown', () => {
    expect(serialiseMarkdown(ARTICLE)).toBe(`## Reset the router

Hold **Reset** for *ten* seconds, see [the lamps](https://kb.example/lamps).

2. Wait

   - for \`green\`
   - or [help@kb.example](mailto:help@kb.example)

3. Done

   Really

| Lamp | Meaning |
| --- | --- |
| red | a \\| b |

> Quoted\\
> twice

\`\`\`
a < b
\`\`\`

***

![Front](https://kb.example/i.png)`);
  });

  it('as Textile', () => {
    expect(serialiseTextile(ARTICLE)).toBe(`h2. Reset the router

Hold *Reset* for _ten_ seconds, see "the lamps":https://kb.example/lamps.

# Wait
#* for @green@
#* or "help@kb.example":mailto:help@kb.example
# Done
Really

|_. Lamp |_. Meaning |
| red | a &#124; b |

bq. Quoted
twice

<pre>
a < b
</pre>

---

!https://kb.example/i.png(Front)!`);
  });

  it.each([
    ['#12 is fixed', '&#35;12 is fixed'],
    ['*not bold*, 3 * 4', '&#42;not bold*, 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['[[Page]] {{macro}}', '&#91;[Page]] &#123;{macro}}'],
    ['* no list', '&#42; no list'],
    ['a < b <b>', 'a < b &lt;b>'],
  ])('keeps Redmine from acting on %j', (text, expected) => {
    expect(serialiseTextile([{ type: 'paragraph', children: [{ type: 'text', text }] }])).toBe(expected);
  });
});

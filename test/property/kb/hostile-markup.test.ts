import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '#lib/domain/kb/article-schema.ts';
import { parseHtml } from '#lib/domain/kb/parse-html.ts';
import { parseMarkdown } from '#lib/domain/kb/parse-markdown.ts';
import { serialiseHtml } from '#lib/domain/kb/serialise-html.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '<script>CANARY</script>',
    '<style>CANARY{}</style>',
    '<a href="javascript:CANARY">x</a>',
    '<a href=" java\nscript:CANARY">x</a>',
    '<a href="data:text/html,CANARY">x</a>',
    '<a href="vbscript:CANARY">x',
    '<img src=x onerror=CANARY>',
    '<img src="data:image/svg+xml,CANARY">',
    '<svg><script>CANARY</script><a xlink:href="javascript:CANARY">',
    '<math><mtext><table><mglyph><style><img src=CANARY>',
    '<noscript><p title="</noscript><img src=x onerror=CANARY>">',
    '<template><script>CANARY</script>',
    '<iframe srcdoc="CANARY"></iframe>',
    '<form action="javascript:CANARY"><input value=CANARY><button formaction=CANARY>',
    '<textarea></textarea>',
    '<p hidden>CANARY</p>',
    '<span style="color:red;display:none">CANARY</span>',
    '<!-- CANARY -->',
    '<![CDATA[ CANARY ]]>',
    '<select><option>CANARY',
    '<object data="CANARY"><embed src="CANARY">',
    '[x](javascript:CANARY)',
    '![x](data:CANARY)',
    '<javascript:CANARY>',
  ),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<ul><li>',
    '</ul>',
    '<table><tr><td>',
    '</table>',
    '<b>',
    '</i>',
    '<a href="/in">',
    '</a>',
  ),
  fc.constantFrom(
    '\n\n',
    '- ',
    '> ',
    '1. ',
    '| a | b |\n|--|--|\n',
    '```\n',
    '**',
    'words ',
    '</select>',
    '</svg>',
    '</template>',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replaceAll('<', '')),
);
const markup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('hostile markup', () => {
  it('becomes a valid tree without anything that runs or was hidden', () => {
    fc.assert(
      fc.property(markup, (source) => {
        const body = parseHtml(source, 'https://kb.example/a/');
        expect(bodySchema.safeParse(body).error).toBeUndefined();
        expect(serialiseHtml(body)).not.toMatch(/(?:href|src)="(?!https:\/\/kb\.example\/)/);
        expect(serialiseHtml(body)).not.toMatch(
          /<(?!\/?(?:p|h[1-6]|[uo]l|li|table|thead|tbody|tr|t[hd]|pre|code|blockquote|hr|strong|em|a|img|br)\b)/,
        );
      }),
    );
  });

  it('leaves no trace of a canary, piece by piece', () => {
    const closed = ['<p>before</p>', '<p>after</p>'] as const;
    fc.assert(
      fc.property(piece, (source) => {
        fc.pre(source.startsWith('<') && !source.startsWith('<javascript'));
        expect(JSON.stringify(parseHtml(closed.join(source), null))).not.toContain('CANARY');
      }),
    );
  });

  it('is no safer or less safe when it comes as Markdown', () => {
    fc.assert(
      fc.property(markup, (source) => {
        const body = parseMarkdown(source, 'https://kb.example/a/');
        expect(bodySchema.safeParse(body).error).toBeUndefined();
        expect(serialiseHtml(body)).not.toMatch(/(?:href|src)="(?!https:\/\/kb\.example\/)/);
      }),
    );
  });
});

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Block } from './article.ts';
import { parseHtml } from './parse-html.ts';
import { parseText } from './parse-text.ts';

const MAX_CONTAINERS = 30;
const MAX_INDENT = 120;
/** Per paragraph, where brackets and backticks weigh as much as `BRACKET_WEIGHT` stars or underscores. */
const MAX_MARKS = 20_000;
const BRACKET_WEIGHT = 5;

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-*+](?=[ \t])|\d[.)](?=[ \t])/g;

/** Whether the Markdown parser, whose time grows with the square of some nestings, will be done with it soon. */
function isTame(source: string): boolean {
  let marks = 0;
  for (const line of source.split(/\r\n?|\n/)) {
    if (line.trim() === '') marks = 0;
    if ((/^[ \t]*/.exec(line)?.[0].length ?? 0) > MAX_INDENT && CONTAINERS.test(line)) return false;
    if ((CONTAINERS.exec(line)?.[0].match(CONTAINER)?.length ?? 0) > MAX_CONTAINERS) return false;
    marks += (line.match(/[[`<]/g)?.length ?? 0) * BRACKET_WEIGHT + (line.match(/[*_~]/g)?.length ?? 0);
    if (marks > MAX_MARKS) return false;
  }
  return true;
}

/**
 * Parses GitHub-flavoured Markdown into the closed tree. It goes through HTML, because Markdown may hold HTML that
 * opens in one place and closes in another. Nesting that nobody writes by hand is read as plain text.
 */
export function parseMarkdown(source: string, base: string | null): Block[] {
  if (!isTame(source)) return parseText(source);
  const html = micromark(source, {
    extensions: [gfm()],
    htmlExtensions: [
      gfmHtml({ label: ' ' }),
      // GFM shows some tags, scripts among them, as text; here they pass, to be dropped with their content.
      {
        exit: {
          htmlFlowData(token) {
            this.raw(this.sliceSerialize(token));
          },
          htmlTextData(token) {
            this.raw(this.sliceSerialize(token));
          },
        },
      },
    ],
    // Raw HTML and any address may pass here: parseHtml lets nothing through that the tree has no word for.
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  return parseHtml(html, base);
}

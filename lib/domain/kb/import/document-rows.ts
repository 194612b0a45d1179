import type { Block } from '#lib/domain/kb/article.ts';
import {
  attributeOf,
  findElement,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parseHtmlDocument,
} from '#lib/domain/kb/bounded-html-parser.ts';
import { readHtmlNodes } from '#lib/domain/kb/parse-html.ts';
import { parseMarkdown } from '#lib/domain/kb/parse-markdown.ts';
import { serialiseText } from '#lib/domain/kb/serialise-text.ts';
import { articleFromValues, type ReadArticle } from './article-from-values.ts';
import { fieldOfName } from './field-names.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Place } from './import-error.ts';
import type { ImportOptions } from './import-options.ts';
import { idFromPath } from './import-source.ts';

export interface DocumentFile {
  /** As errors name it. */
  readonly file: string;
  /** Inside its folder or zip: the default id. */
  readonly path: string;
  readonly text: string;
  readonly options: ImportOptions;
}

/** The first heading of a body, where it comes before any text. */
function topHeading(body: readonly Block[]): string | null {
  const [first] = body;
  return first?.type === 'heading' ? serialiseText([first]) : null;
}

/** The title stands above the body wherever an article is shown, so a body need not start with it again. */
function withoutTitle(read: ReadArticle): ReadArticle {
  if (!read.ok || topHeading(read.article.body) !== read.article.title || read.article.body.length === 1) return read;
  return { ok: true, article: { ...read.article, body: read.article.body.slice(1) } };
}

/** Reads a Markdown file: front matter, else the first heading as title, else the file's path as id. */
export function readMarkdownFile({ file, path, text, options }: DocumentFile): ReadArticle {
  const front = splitFrontMatter(text);
  if (!front.ok) {
    return { ok: false, errors: [{ code: 'bad-front-matter', file, line: front.line, field: null }] };
  }
  const title = topHeading(parseMarkdown(/^[ \t]*#.*$|^.*\n=+[ \t]*$/m.exec(front.content)?.[0] ?? '', null));
  const read = articleFromValues(front.values, {
    place: { file, line: 1 },
    options,
    defaultId: idFromPath(path),
    ...(title === null ? {} : { defaultTitle: title }),
    readBody: (url) => parseMarkdown(front.content, url),
  });
  return withoutTitle(read);
}

function elementsIn(nodes: readonly HtmlNode[], tagName: string): HtmlElement[] {
  return nodes
    .filter(isElement)
    .flatMap((node) => [...(node.tagName === tagName ? [node] : []), ...elementsIn(node.childNodes, tagName)]);
}

const META_NAMES: Readonly<Record<string, string>> = {
  'article:modified_time': 'updated',
  'og:updated_time': 'updated',
  'last-modified': 'updated',
  'og:title': 'title',
  'og:url': 'url',
};

/** What a page's head says of it, under names that rows use. */
function headValues(page: HtmlDocument): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const html = findElement(page.childNodes, 'html');
  const head = findElement(page.childNodes, 'head');
  const language = html === null ? null : attributeOf(html, 'lang');
  if (language) values.set('language', language);
  for (const meta of elementsIn(head?.childNodes ?? [], 'meta')) {
    const stated = attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? attributeOf(meta, 'http-equiv') ?? '';
    const name = META_NAMES[stated.toLowerCase()] ?? stated;
    const field = fieldOfName(name);
    if (field !== null && field !== 'body') values.set(field, attributeOf(meta, 'content') ?? '');
  }
  for (const link of elementsIn(head?.childNodes ?? [], 'link')) {
    if (attributeOf(link, 'rel') === 'canonical') values.set('url', attributeOf(link, 'href') ?? '');
  }
  return values;
}

function textOf(element: HtmlElement | null): string {
  return element === null ? '' : serialiseText(readHtmlNodes(element.childNodes, null));
}

/** Where a whole page was saved, the article is in `main` or the only `article`. */
function contentOf(page: HtmlDocument): readonly HtmlNode[] {
  const body = findElement(page.childNodes, 'body');
  const nodes = body?.childNodes ?? [];
  const articles = elementsIn(nodes, 'article');
  const frame = articles.length === 1 ? articles[0] : findElement(nodes, 'main');
  return (frame ?? body)?.childNodes ?? [];
}

/** Reads an HTML file: `<meta>`, `lang` and a canonical link for its fields, `<h1>` or `<title>` for its title. */
export function readHtmlFile({ file, path, text, options }: DocumentFile): ReadArticle {
  const page = parseHtmlDocument(text);
  const content = contentOf(page);
  const values = headValues(page);
  const place: Place = { file, line: 1 };
  const heading = textOf(findElement(content, 'h1'));
  const title = textOf(findElement(page.childNodes, 'title'));
  // Site names are appended to <title>, so the heading is the cleaner of the two where they agree.
  const best = heading !== '' && (title === '' || title.startsWith(heading)) ? heading : title;
  const read = articleFromValues(values, {
    place,
    options,
    defaultId: idFromPath(path),
    ...(best === '' ? {} : { defaultTitle: best }),
    readBody: (url) => readHtmlNodes(content, url),
  });
  return withoutTitle(read);
}

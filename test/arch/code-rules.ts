import { findGlobals, type GlobalUse } from './find-globals.ts';
import { isShipped, type Rule } from './rule.ts';
import { lineOf, type SourceFile, type SyntaxNode, walk } from './source-file.ts';

const maxLines = 300;
const dataFolders = /\/(data|packs|fixtures|i18n)\//;

const outsideWorld = new Set(
  `document window navigator location history self localStorage sessionStorage indexedDB caches fetch XMLHttpRequest
  WebSocket EventSource Worker setTimeout setInterval queueMicrotask requestAnimationFrame requestIdleCallback performance
  crypto console process globalThis alert DOMParser XMLSerializer MutationObserver IntersectionObserver ResizeObserver
  Element HTMLElement HTMLInputElement Document DocumentFragment ShadowRoot Node NodeList Event MouseEvent KeyboardEvent
  Selection Range Window browser chrome`.split(/\s+/),
);

function isImpure({ name, isNewWithoutArguments }: GlobalUse): boolean {
  const [object = ''] = name.split('.');
  if (outsideWorld.has(object)) return true;
  return name === 'Date.now' || name === 'Math.random' || (name === 'Date' && isNewWithoutArguments);
}

function checkPurity(file: SourceFile): string[] {
  if (!file.path.startsWith('lib/domain/')) return [];
  return findGlobals(file)
    .filter(isImpure)
    .map(({ name, line }) => `${file.path}:${line} uses ${name}`);
}

function checkBrowserNames(file: SourceFile): string[] {
  if (!isShipped(file.path) || file.path.startsWith('lib/platform/')) return [];
  return findGlobals(file)
    .filter(({ name }) => /^(browser|chrome)(\.|$)/.test(name) || /^globalThis\.(browser|chrome)$/.test(name))
    .map(({ name, line }) => `${file.path}:${line} names ${name}`);
}

type NodeTest = (node: SyntaxNode) => string | null;

/** A check that reports each node for which `test` gives a reason, in the files that `isMeant` picks. */
function checkNodes(isMeant: (path: string) => boolean, test: NodeTest): Rule['check'] {
  return (file) => {
    if (!isMeant(file.path)) return [];
    return [...walk(file.program)].flatMap(({ node }) => {
      const reason = test(node);
      return reason === null ? [] : [`${file.path}:${lineOf(file, node.start)} ${reason}`];
    });
  };
}

function namedProperty(node: SyntaxNode): string | null {
  const property = (node.property ?? {}) as { name?: unknown; value?: unknown };
  const name = node.type === 'MemberExpression' ? (property.name ?? property.value) : null;
  return typeof name === 'string' ? name : null;
}

const rawHtml =
  /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe|srcdoc)$/;

function findRawHtml(node: SyntaxNode): string | null {
  const property = namedProperty(node);
  if (property && rawHtml.test(property)) return `uses ${property}`;
  const key = (node.key ?? node.name ?? {}) as { name?: unknown };
  const isNamed = node.type === 'JSXAttribute' || node.type === 'Property';
  return isNamed && typeof key.name === 'string' && rawHtml.test(key.name) ? `uses ${key.name}` : null;
}

const queries = /^(querySelector|querySelectorAll|closest|matches)$/;
/** A class, an id or an attribute of a product's own; what HTML itself names (`[contenteditable]`) is nobody's. */
const namesProduct = /[.#][\w-]|\[(data-|class|id)/;

function findSelector(node: SyntaxNode): string | null {
  const { callee, arguments: given } = node as { callee?: SyntaxNode; arguments?: SyntaxNode[] };
  if (node.type !== 'CallExpression' || !callee || !queries.test(namedProperty(callee) ?? '')) return null;
  const [selector] = given ?? [];
  const parts = (selector?.quasis ?? []) as readonly { value: { raw: string } }[];
  const written = selector?.type === 'Literal' ? String(selector.value) : parts.map(({ value }) => value.raw).join('*');
  return namesProduct.test(written) ? `holds the selector ${written}` : null;
}

function findFocus(node: SyntaxNode): string | null {
  const property = namedProperty(node);
  const { name } = (node.object ?? {}) as { name?: unknown };
  const isRunner = typeof name === 'string' && /^(it|test|describe)$/.test(name);
  if (isRunner && property && /^(only|todo)$/.test(property)) return `has ${name}.${property}`;
  return property === 'waitForTimeout' ? 'sleeps' : null;
}

function checkLength({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > maxLines && !dataFolders.test(path) ? [`${path} has ${lines} lines, more than ${maxLines}`] : [];
}

function checkName({ path }: SourceFile): string[] {
  const isVague = /(^|[/-])(utils?|helpers?|managers?|services?|common|misc)([./-]|$)/.test(path);
  return isVague ? [`${path} has a name that says nothing`] : [];
}

const at = (path: string, text: string) => ({ path, text });
const isDefaultAllowed = (path: string) => path.startsWith('entrypoints/') || !isShipped(path);

export const codeRules: readonly Rule[] = [
  {
    name: 'domain code is pure',
    check: checkPurity,
    violations: [
      at('lib/domain/a.ts', 'export const width = () => document.body.clientWidth;'),
      at('lib/domain/a.ts', 'export const now = () => Date.now();'),
      at('lib/domain/a.ts', 'export const now = () => new Date();'),
      at('lib/domain/a.ts', 'export const roll = () => Math.random();'),
      at('lib/domain/a.ts', 'export const get = (url: string) => fetch(url);'),
      at('lib/domain/a.ts', 'export type Host = HTMLElement;'),
    ],
    allowed: [
      at('lib/domain/a.ts', 'export const day = (at: number) => new Date(at).getDate() + Math.floor(at);'),
      at('lib/domain/a.ts', 'export const read = (document: { fetch: string }) => document.fetch;'),
      at('lib/domain/a.ts', 'interface Document { readonly id: string }\nexport type Documents = Document[];'),
      at('lib/storage/a.ts', 'export const now = () => Date.now();'),
    ],
  },
  {
    name: 'the extension interface is named in lib/platform alone',
    check: checkBrowserNames,
    violations: [
      at('entrypoints/background/a.ts', 'chrome.runtime.onMessage.addListener(() => true);'),
      at('lib/storage/a.ts', 'export const local = () => browser.storage.local;'),
      at('components/a.tsx', 'export const id = () => globalThis.chrome;'),
    ],
    allowed: [
      at('lib/platform/a.ts', 'export const id = () => browser.runtime.id;'),
      at('lib/crm/a.ts', 'export const name = (browser: string) => browser.trim();'),
    ],
  },
  {
    name: 'nothing is parsed as HTML in a page',
    check: checkNodes(isShipped, findRawHtml),
    violations: [
      at('components/a.tsx', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;'),
      at('lib/editors/a.ts', 'export const f = (e: Element) => { e.innerHTML = "x"; };'),
      at('lib/editors/a.ts', 'export const f = (e: Element) => e.insertAdjacentHTML("beforeend", "x");'),
      at('lib/editors/a.ts', 'export const f = (e: Element) => e["innerHTML"];'),
    ],
    allowed: [at('lib/editors/a.ts', '// innerHTML is not used\nexport const f = (e: Element) => e.textContent;')],
  },
  {
    name: 'selectors live in lib/crm',
    check: checkNodes((path) => path.startsWith('lib/') && !path.startsWith('lib/crm/'), findSelector),
    violations: [
      at('lib/editors/a.ts', "export const f = (d: Document) => d.querySelector('.ticket');"),
      at('lib/platform/a.ts', 'export const f = (e: Element) => e.closest(`#ticket`);'),
    ],
    allowed: [
      at('lib/crm/a.ts', "export const f = (d: Document) => d.querySelector('.ticket');"),
      at('lib/editors/a.ts', 'export const f = (d: Document, field: string) => d.querySelector(field);'),
      at('lib/editors/a.ts', "export const f = (e: Element) => e.closest('[contenteditable=true]');"),
    ],
  },
  {
    name: 'no any',
    check: checkNodes(
      () => true,
      ({ type }) => (type === 'TSAnyKeyword' ? 'has the type any' : null),
    ),
    violations: [
      at('lib/a.ts', 'export const f = (x: any) => x;'),
      at('test/unit/a.test.ts', 'export type T = Record<string, Map<string, any[]>>;'),
    ],
    allowed: [at('lib/a.ts', "export const any = 'any';")],
  },
  {
    name: 'no default exports outside entrypoints',
    check: checkNodes(
      (path) => !isDefaultAllowed(path),
      ({ type }) => (type === 'ExportDefaultDeclaration' ? 'has a default export' : null),
    ),
    violations: [at('components/a.tsx', 'export default 1;')],
    allowed: [at('entrypoints/background/index.ts', 'export default 1;')],
  },
  {
    name: `files have at most ${maxLines} lines`,
    check: checkLength,
    violations: [at('lib/a.ts', 'export {};\n'.repeat(maxLines + 1))],
    allowed: [at('lib/a.ts', 'export {};\n'.repeat(maxLines)), at('lib/i18n/en.ts', '//\n'.repeat(maxLines + 1))],
  },
  {
    name: 'files are named after what they hold',
    check: checkName,
    violations: [at('lib/crm/utils.ts', ''), at('components/helpers/a.tsx', ''), at('lib/message-manager.ts', '')],
    allowed: [at('lib/crm/adapter.ts', '')],
  },
  {
    name: 'tests are neither focused nor asleep',
    check: checkNodes((path) => path.startsWith('test/'), findFocus),
    violations: [
      at('test/unit/a.test.ts', "it.only('x', () => {});"),
      at(
        'test/e2e/a.e2e.ts',
        'export const f = (page: { waitForTimeout(ms: number): void }) => page.waitForTimeout(5);',
      ),
    ],
    allowed: [at('test/unit/a.test.ts', "it.each([1])('x', () => {});")],
  },
];

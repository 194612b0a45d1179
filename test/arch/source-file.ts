import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, parseSync } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
  /** Path from the project's folder, or a package's name with its subpath. */
  readonly target: string;
  readonly isTypeOnly: boolean;
}

/** A syntax node as the parser gives it: its type, its place, and whatever fields that type has. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly program: Program;
}

const aliases: Readonly<Record<string, string>> = {
  '#lib/': 'lib/',
  '#components/': 'components/',
  '#test/': 'test/',
  '@/': '',
  '~/': '',
};

function resolveTarget(path: string, specifier: string): string {
  const bare = specifier.split('?')[0] ?? specifier;
  if (bare.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), bare));
  const alias = Object.keys(aliases).find((prefix) => bare.startsWith(prefix));
  return alias ? `${aliases[alias]}${bare.slice(alias.length)}` : bare;
}

/** Parses one file of TypeScript; throws where it does not parse. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: { specifier: string; isTypeOnly: boolean }[] = [];
  for (const { moduleRequest, entries, start, end } of module.staticImports) {
    const isTypeOnly =
      entries.length > 0 ? entries.every(({ isType }) => isType) : /^import\s+type\b/.test(text.slice(start, end));
    found.push({ specifier: moduleRequest.value, isTypeOnly });
  }
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, isTypeOnly: isType });
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^(['"`])(.*)\1$/s.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[2]) found.push({ specifier: literal[2], isTypeOnly: false });
  }
  const imports = found.map(({ specifier, isTypeOnly }) => ({ target: resolveTarget(path, specifier), isTypeOnly }));
  return { path, text, imports, program };
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Every syntax node of a file with the node around it, in the order of the text. */
export function* walk(
  node: unknown,
  parent: SyntaxNode | null = null,
): Generator<{ node: SyntaxNode; parent: SyntaxNode | null; field: string }> {
  if (!isNode(node)) return;
  yield* walkFields(node, parent);
}

function* walkFields(
  node: SyntaxNode,
  parent: SyntaxNode | null,
  field = '',
): Generator<{ node: SyntaxNode; parent: SyntaxNode | null; field: string }> {
  yield { node, parent, field };
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walkFields(child, node, name);
  }
}

/** Line of a place in a file, counted from 1. */
export function lineOf({ text }: SourceFile, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function isSource({ name, parentPath }: Dirent): boolean {
  const path = join(parentPath, name);
  return /\.tsx?$/.test(name) && !path.includes(`${sep}node_modules${sep}`) && !path.includes('/fixtures/');
}

/** Every TypeScript file of the project, parsed. Throws where a folder that must be there is not. */
export function readProject(): SourceFile[] {
  const folders = ['entrypoints', 'components', 'lib', 'test'];
  const entries = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  return entries.filter(isSource).map(({ name, parentPath }) => {
    const file = join(parentPath, name);
    return parseSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'));
  });
}

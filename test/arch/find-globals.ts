import { lineOf, type SourceFile, type SyntaxNode, walk } from './source-file.ts';

export interface GlobalUse {
  /** `document`, or with its member: `Date.now`. */
  readonly name: string;
  readonly line: number;
  /** `new Date()` and the like. */
  readonly isNewWithoutArguments: boolean;
}

function nameOf(node: unknown): string | undefined {
  const { type, name } = (node ?? {}) as { type?: string; name?: unknown };
  return type === 'Identifier' && typeof name === 'string' ? name : undefined;
}

const declarations = new Set([
  'VariableDeclarator',
  'FunctionDeclaration',
  'FunctionExpression',
  'ClassDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'ImportSpecifier',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'TSTypeParameter',
  'CatchClause',
]);

function addNames(pattern: unknown, names: Set<string>): void {
  for (const { node, field } of walk(pattern)) {
    const name = nameOf(node);
    if (name !== undefined && field !== 'key' && field !== 'typeAnnotation') names.add(name);
  }
}

/** Names that a file declares anywhere: scopes are not told apart, which can only miss a use, not make one up. */
function declaredNames({ program }: SourceFile): Set<string> {
  const names = new Set<string>();
  for (const { node } of walk(program)) {
    if (declarations.has(node.type))
      for (const part of [node.id, node.local, node.name, node.param]) addNames(part, names);
    if (Array.isArray(node.params)) for (const parameter of node.params) addNames(parameter, names);
  }
  return names;
}

function isReference(node: SyntaxNode, parent: SyntaxNode | null, field: string): boolean {
  if (!parent) return false;
  if (field === 'property' && parent.type === 'MemberExpression') return parent.computed === true;
  if (field === 'right' && parent.type === 'TSQualifiedName') return false;
  if (field === 'key') return parent.computed === true || (parent.shorthand === true && node === parent.value);
  return field !== 'label' && field !== 'exported' && field !== 'imported';
}

/** Names a file uses that it does not declare: values, types, and a member of one where it is written out. */
export function findGlobals(file: SourceFile): GlobalUse[] {
  const declared = declaredNames(file);
  const uses: GlobalUse[] = [];
  for (const { node, parent, field } of walk(file.program)) {
    const name = nameOf(node);
    if (name === undefined || declared.has(name) || !isReference(node, parent, field)) continue;
    const member = parent?.type === 'MemberExpression' && field === 'object' ? nameOf(parent.property) : undefined;
    const isNew = parent?.type === 'NewExpression' && field === 'callee';
    uses.push({
      name: member === undefined ? name : `${name}.${member}`,
      line: lineOf(file, node.start),
      isNewWithoutArguments: isNew && Array.isArray(parent.arguments) && parent.arguments.length === 0,
    });
  }
  return uses;
}

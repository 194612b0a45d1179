export type FrontMatter =
  | { readonly ok: true; readonly values: ReadonlyMap<string, unknown>; readonly content: string }
  | { readonly ok: false; readonly line: number };

const FENCE = /^---[ \t]*$/;
const KEY = /^([\p{L}_][\p{L}\p{N}_ .-]*?)[ \t]*:(?:[ \t]+(.*))?$/u;
const ITEM = /^[ \t]*-[ \t]+(.*)$/;
const BLOCK_SCALAR = /^[|>][+-]?\d?$/;

/** A scalar as YAML writes the usual ones: quoted either way, bare with an optional comment, or nothing. */
function scalar(raw: string): string | null {
  const text = raw.trim();
  if (text.startsWith('"')) {
    try {
      const end = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0];
      return end === undefined ? null : (JSON.parse(end) as string);
    } catch {
      return null;
    }
  }
  if (text.startsWith("'")) return /^'((?:[^']|'')*)'/.exec(text)?.[1]?.replaceAll("''", "'") ?? null;
  const bare = text.replace(/(?:^|\s)#.*$/, '').trim();
  return bare === '~' || bare === 'null' ? '' : bare;
}

/** `[a, "b, c"]` as a list; null where it doesn't close. */
function flowList(text: string): string[] | null {
  const inner = /^\[(.*)\]\s*(?:#.*)?$/.exec(text)?.[1];
  if (inner === undefined) return null;
  const items = inner.match(/\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)/g) ?? [];
  const values = items.map(scalar);
  return values.every((value) => value !== null) ? values.filter((value) => value !== '') : null;
}

function flowValue(raw: string): unknown {
  const text = raw.trim();
  return text.startsWith('[') ? flowList(text) : scalar(text);
}

/** Lines that belong to the key above them: items, or a block of indented text. Anything nested deeper is passed over. */
function indentedValue(lines: readonly string[], from: number, raw: string): { value: unknown; next: number } {
  const items: string[] = [];
  const text: string[] = [];
  const isBlockScalar = BLOCK_SCALAR.test(raw);
  let next = from;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const item = isBlockScalar ? undefined : ITEM.exec(line)?.[1];
    if (item !== undefined) items.push(scalar(item) ?? item);
    else if (/^[ \t]/.test(line)) text.push(line.trim());
    else if (line.trim() !== '') break;
  }
  if (isBlockScalar) return { value: text.join(raw.startsWith('|') ? '\n' : ' '), next };
  return { value: items.length > 0 ? items.filter((item) => item !== '') : '', next };
}

/**
 * Splits front matter from a Markdown file: the plain part of YAML that people write there (`key: value`, quoted
 * values, `[a, b]`, `- a` items, `|` and `>` blocks, comments). A file without it is all content; so is one whose
 * fence never closes, because `---` is a rule too. Refuses a line it can't read, with its number.
 */
export function splitFrontMatter(source: string): FrontMatter {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const end = FENCE.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && FENCE.test(line)) : -1;
  if (end === -1) return { ok: true, values: new Map(), content: source };
  const values = new Map<string, unknown>();
  const head = lines.slice(0, end);
  for (let at = 1; at < head.length; ) {
    const line = head[at] ?? '';
    if (line.trim() === '' || line.startsWith('#')) {
      at++;
      continue;
    }
    const [, key, raw = ''] = KEY.exec(line) ?? [];
    if (key === undefined) return { ok: false, line: at + 1 };
    const plain = raw.replace(/^#.*$/, '').trim();
    const hasBlock = plain === '' || BLOCK_SCALAR.test(plain);
    const { value, next } = hasBlock ? indentedValue(head, at + 1, plain) : { value: flowValue(plain), next: at + 1 };
    if (value === null) return { ok: false, line: at + 1 };
    values.set(key, value);
    at = next;
  }
  return { ok: true, values, content: lines.slice(end + 1).join('\n') };
}

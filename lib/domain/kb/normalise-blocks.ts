import type { Block, Inline } from './article.ts';
import { cleanText, collapseWhitespace, inlinesOf, type Run, runsOf } from './inline-runs.ts';

/** Lists and quotes nested deeper than this are laid flat: no reader follows them, and no view should recurse further. */
export const MAX_BLOCK_DEPTH = 12;
/** Cells beyond this column are joined to the last one. */
export const MAX_COLUMNS = 40;
const MAX_LIST_START = 999_999_999;

/** Settles a heading's or a cell's content: one space at most, no empty marks, no doubled breaks. */
function normaliseInlines(runs: readonly Run[], keepBreaks: boolean): Inline[] {
  const settled = collapseWhitespace(
    keepBreaks ? runs : runs.map((run) => (run.type === 'break' ? spaceFor(run) : run)),
  );
  return inlinesOf(settled.filter((run, at) => run.type !== 'break' || settled[at - 1]?.type !== 'break'));
}

function spaceFor(run: Run): Run {
  return { type: 'text', text: ' ', marks: run.marks };
}

/** Two breaks in a row are how editors without paragraphs write one. */
function paragraphsOf(runs: readonly Run[]): Block[] {
  const settled = collapseWhitespace(runs);
  const parts: Run[][] = [[]];
  for (const [at, run] of settled.entries()) {
    if (run.type === 'break' && settled[at + 1]?.type === 'break') parts.push([]);
    else parts.at(-1)?.push(run);
  }
  return parts.flatMap((part): Block[] => {
    const children = inlinesOf(collapseWhitespace(part));
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  });
}

function normaliseCode(text: string): string {
  return cleanText(text.replace(/\r\n?/g, '\n').replaceAll('\f', '\n'))
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

type Table = Extract<Block, { type: 'table' }>;
type Cells = readonly (readonly Inline[])[];

function joinSurplus(cells: Cells): Cells {
  if (cells.length <= MAX_COLUMNS) return cells;
  const surplus = cells.slice(MAX_COLUMNS - 1).flatMap((cell): Inline[] => [{ type: 'text', text: ' ' }, ...cell]);
  return [...cells.slice(0, MAX_COLUMNS - 1), surplus];
}

function normaliseTable(table: Table): Block[] {
  const settle = (cells: Cells) => joinSurplus(cells).map((cell) => normaliseInlines(runsOf(cell), true));
  const isFilled = (cells: Cells) => cells.some((cell) => cell.length > 0);
  const header = settle(table.header);
  const rows = table.rows.map(settle).filter(isFilled);
  const hasHeader = isFilled(header);
  if (!hasHeader && rows.length === 0) return [];
  const width = [hasHeader ? header : [], ...rows].reduce((widest, row) => Math.max(widest, row.length), 0);
  if (!hasHeader && rows.length === 1 && width === 1) return paragraphsOf(runsOf(rows[0]?.[0] ?? []));
  const pad = (cells: Inline[][]) => [...cells, ...Array.from({ length: width - cells.length }, (): Inline[] => [])];
  return [{ type: 'table', header: hasHeader ? pad(header) : [], rows: rows.map(pad) }];
}

function normaliseBlock(block: Block, depth: number): Block[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphsOf(runsOf(block.children));
    case 'heading': {
      const children = normaliseInlines(runsOf(block.children), false);
      return children.length === 0 ? [] : [{ type: 'heading', level: block.level, children }];
    }
    case 'list': {
      if (depth >= MAX_BLOCK_DEPTH) return normaliseBlocks(block.items.flat(), depth);
      const items = block.items.map((item) => normaliseBlocks(item, depth + 1)).filter((item) => item.length > 0);
      const { ordered, start } = block;
      const isUsable = ordered && Number.isInteger(start) && start >= 0 && start <= MAX_LIST_START;
      return items.length === 0 ? [] : [{ type: 'list', ordered, start: isUsable ? start : 1, items }];
    }
    case 'table':
      return normaliseTable(block);
    case 'code': {
      const text = normaliseCode(block.text);
      return text === '' ? [] : [{ type: 'code', text }];
    }
    case 'quote': {
      const children = normaliseBlocks(block.children, depth >= MAX_BLOCK_DEPTH ? depth : depth + 1);
      if (depth >= MAX_BLOCK_DEPTH) return children;
      return children.length === 0 ? [] : [{ type: 'quote', children }];
    }
    case 'rule':
      return [{ type: 'rule' }];
  }
}

/**
 * The one form of a tree that every parser returns: whitespace collapsed, neighbouring texts merged, empty marks,
 * blocks, items and tables gone, marks held once, tables rectangular, depth limited. Applying it twice changes nothing.
 */
export function normaliseBlocks(blocks: readonly Block[], depth = 0): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    for (const settled of normaliseBlock(block, depth)) {
      if (settled.type !== 'rule' || out.at(-1)?.type !== 'rule') out.push(settled);
    }
  }
  return out;
}

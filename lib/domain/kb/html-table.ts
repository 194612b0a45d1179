import type { Block, Inline } from './article.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isElement } from './bounded-html-parser.ts';
import { MAX_COLUMNS } from './normalise-blocks.ts';

interface Row {
  readonly element: HtmlElement;
  readonly isInHead: boolean;
}

const MAX_ROWSPAN = 200;

function rowsOf(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  for (const section of table.childNodes.filter(isElement)) {
    if (section.tagName === 'tr') rows.push({ element: section, isInHead: false });
    for (const row of section.childNodes.filter(isElement)) {
      if (row.tagName === 'tr') rows.push({ element: row, isInHead: section.tagName === 'thead' });
    }
  }
  return rows.filter((row) => attributeOf(row.element, 'hidden') === null);
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(
    (node): node is HtmlElement =>
      isElement(node) && (node.tagName === 'td' || node.tagName === 'th') && attributeOf(node, 'hidden') === null,
  );
}

function spanOf(cell: HtmlElement, name: string, limit: number): number {
  const span = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return span >= 1 ? Math.min(span, limit) : 1;
}

/** Lays cells into columns; what a cell spans beyond its own place is left empty, so that columns stay under their heads. */
function layOut(rows: readonly Row[], readCell: (cell: HtmlElement) => Inline[]): Inline[][][] {
  const taken: number[] = [];
  return rows.map(({ element }) => {
    const out: Inline[][] = [];
    const skipTaken = () => {
      for (; (taken[out.length] ?? 0) > 0; out.push([])) taken[out.length] = (taken[out.length] ?? 0) - 1;
    };
    for (const cell of cellsOf(element)) {
      skipTaken();
      const content = readCell(cell);
      const rowspan = spanOf(cell, 'rowspan', MAX_ROWSPAN);
      const colspan = spanOf(cell, 'colspan', MAX_COLUMNS);
      for (let at = 0; at < colspan; at++) {
        if (rowspan > 1 && out.length < MAX_COLUMNS) taken[out.length] = rowspan - 1;
        out.push(at === 0 ? content : []);
      }
    }
    skipTaken();
    return out;
  });
}

/** The only cell of a table that merely frames its content, as mail and word processors write it. */
export function soleCell(table: HtmlElement): HtmlElement | null {
  const cells = rowsOf(table).flatMap((row) => cellsOf(row.element));
  const [cell] = cells;
  return cells.length === 1 && cell?.tagName === 'td' ? cell : null;
}

export function captionOf(table: HtmlElement): HtmlNode[] {
  return table.childNodes.filter((node) => isElement(node) && node.tagName === 'caption');
}

/** Reads a table; its header is the first row of `thead`, else a first row of nothing but `th`. */
export function readTable(table: HtmlElement, readCell: (cell: HtmlElement) => Inline[]): Block {
  const rows = rowsOf(table);
  const [first] = rows;
  const firstCells = first === undefined ? [] : cellsOf(first.element);
  const hasHeader =
    first?.isInHead === true || (firstCells.length > 0 && firstCells.every((cell) => cell.tagName === 'th'));
  const [top = [], ...rest] = layOut(rows, readCell);
  return hasHeader ? { type: 'table', header: top, rows: rest } : { type: 'table', header: [], rows: [top, ...rest] };
}

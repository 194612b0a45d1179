import type { Block } from './article.ts';
import { type Mark, type Run, runsOf } from './inline-runs.ts';

const NEW_LINE: Run = { type: 'break', marks: [] };

function text(value: string, marks: readonly Mark[] = []): Run {
  return { type: 'text', text: value, marks };
}

function blockRuns(block: Block): Run[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return runsOf(block.children);
    case 'list':
      return joinRuns(
        block.items.map((item, at) => [text(block.ordered ? `${block.start + at}. ` : '• '), ...flattenBlocks(item)]),
      );
    case 'table':
      return joinRuns([block.header, ...block.rows].map((row) => row.flatMap((cell) => [...runsOf(cell), text(' ')])));
    case 'code':
      return joinRuns(block.text.split('\n').map((line) => [text(line, [{ type: 'code' }])]));
    case 'quote':
      return flattenBlocks(block.children);
    case 'rule':
      return [];
  }
}

function joinRuns(parts: readonly Run[][]): Run[] {
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [NEW_LINE, ...part]));
}

/** Blocks as lines of inline content, for places that hold nothing else: a heading, a table's cell. */
export function flattenBlocks(blocks: readonly Block[]): Run[] {
  return joinRuns(blocks.map(blockRuns));
}

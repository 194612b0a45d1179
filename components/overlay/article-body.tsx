import type { ReactNode } from 'react';
import type { Block, Inline } from '#lib/domain/kb/article.ts';

interface StepSlot {
  /** Drawn after each numbered step of the article's own lists. */
  readonly afterStep?: (number: number, blocks: readonly Block[]) => ReactNode;
}

/** Pictures stay words here: loading one from the page would tell its server which ticket page is open. */
function inline(node: Inline, key: number): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br key={key} />;
    case 'image':
      return (
        <span key={key} className="picture">
          {node.alt || '🖼'}
        </span>
      );
    case 'link':
      return (
        <a key={key} href={node.href} target="_blank" rel="noopener noreferrer">
          {node.children.map(inline)}
        </a>
      );
    case 'strong':
      return <strong key={key}>{node.children.map(inline)}</strong>;
    case 'em':
      return <em key={key}>{node.children.map(inline)}</em>;
    case 'code':
      return <code key={key}>{node.children.map(inline)}</code>;
  }
}

function table(block: Extract<Block, { type: 'table' }>, key: number): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <div key={key} className="table" tabIndex={0}>
      <table>
        {block.header.length > 0 && (
          <thead>
            <tr>
              {block.header.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the tree never changes
                <th key={at} scope="col">
                  {cell.map(inline)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, rowAt) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tree never changes
            <tr key={rowAt}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the tree never changes
                <td key={at}>{cell.map(inline)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function list(block: Extract<Block, { type: 'list' }>, key: number, slot: StepSlot): ReactNode {
  const items = block.items.map((blocks, at) => {
    const number = block.start + at;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the tree never changes
      <li key={at} value={block.ordered ? number : undefined}>
        {blocks.map((inner, innerAt) => drawBlock(inner, innerAt, {}))}
        {block.ordered && slot.afterStep?.(number, blocks)}
      </li>
    );
  });
  return block.ordered ? (
    <ol key={key} start={block.start}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

function drawBlock(block: Block, key: number, slot: StepSlot): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p key={key}>{block.children.map(inline)}</p>;
    case 'heading':
      return (
        <p key={key} className="heading">
          {block.children.map(inline)}
        </p>
      );
    case 'list':
      return list(block, key, slot);
    case 'table':
      return table(block, key);
    case 'code':
      return <pre key={key}>{block.text}</pre>;
    case 'quote':
      return <blockquote key={key}>{block.children.map((inner, at) => drawBlock(inner, at, {}))}</blockquote>;
    case 'rule':
      return <hr key={key} />;
  }
}

/** An article's body, drawn from its tree alone. */
export function ArticleBody({ blocks, afterStep }: { blocks: readonly Block[] } & StepSlot) {
  const slot = afterStep ? { afterStep } : {};
  return <div className="body">{blocks.map((block, at) => drawBlock(block, at, slot))}</div>;
}

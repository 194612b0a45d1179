import type { Article, Block } from './article.ts';
import { inlineText } from './article-text.ts';

/** One numbered step of an article; its blocks may hold text, pictures and lists of their own. */
export interface Step {
  /** As the article numbers it. */
  readonly number: number;
  readonly blocks: readonly Block[];
}

/** The steps of one ordered list, under the heading or lead-in that stands before it. */
export interface StepList {
  readonly heading: string | null;
  readonly steps: readonly Step[];
}

/**
 * The numbered steps of an article: each ordered list at its top level, one entry a list, in order.
 * An article without such a list has none.
 */
export function articleSteps(article: Pick<Article, 'body'>): readonly StepList[] {
  const lists: StepList[] = [];
  let heading: string | null = null;
  for (const block of article.body) {
    if (block.type === 'heading') heading = inlineText(block.children);
    else if (block.type === 'list' && block.ordered) {
      lists.push({ heading, steps: block.items.map((blocks, at) => ({ number: block.start + at, blocks })) });
    }
  }
  return lists;
}

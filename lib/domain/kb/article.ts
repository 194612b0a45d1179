/** A piece of text inside a block: what an article's HTML or Markdown becomes at import. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em' | 'code'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'break' };

/**
 * A block of an article. The tree is closed: no attribute, style or tag outside it survives an
 * import, so nothing a source file holds can run or restyle a page. `href` and `src` are absolute
 * http(s) addresses (a link may also be `mailto:` or `tel:`).
 */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly type: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'rule' };

declare const articleIdBrand: unique symbol;
/** The id an article has in its source; unique in one agent's knowledge base. */
export type ArticleId = string & { readonly [articleIdBrand]: true };

export type Visibility = 'public' | 'internal';

/** One knowledge-base article as it is stored. Dates are ISO 8601 days or instants; `null` is "not stated". */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  readonly body: readonly Block[];
  readonly url: string | null;
  /** BCP 47: `en`, `ro`, `zh-Hans`, `zh-Hant`, or any other tag; `und` when the source states none. */
  readonly language: string;
  readonly visibility: Visibility;
  readonly updated: string | null;
  readonly reviewed: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
}

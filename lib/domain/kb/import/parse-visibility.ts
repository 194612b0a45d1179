import type { Visibility } from '#lib/domain/kb/article.ts';

const WORDS: Readonly<Record<string, Visibility>> = {
  public: 'public',
  external: 'public',
  everyone: 'public',
  customers: 'public',
  internal: 'internal',
  private: 'internal',
  agents: 'internal',
  staff: 'internal',
  restricted: 'internal',
};

/** Reads who may see an article; null for a word we don't know, since guessing could show an internal article. */
export function parseVisibility(value: unknown): Visibility | null {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}

import type { Article } from './article.ts';

export type Freshness = 'fresh' | 'ageing' | 'stale' | 'unknown';

/** Ages in days from which an article is called so. */
export interface FreshnessLimits {
  readonly ageingDays: number;
  readonly staleDays: number;
}

export const FRESHNESS_LIMITS: FreshnessLimits = { ageingDays: 180, staleDays: 365 };

const DAY_MS = 86_400_000;

function latest(dates: readonly (string | null)[]): number | null {
  const times = dates
    .flatMap((date) => (date === null ? [] : [Date.parse(date)]))
    .filter((time) => !Number.isNaN(time));
  return times.length === 0 ? null : Math.max(...times);
}

/** Whole days since an article was last reviewed or updated, whichever is later; `null` where neither is stated. */
export function articleAgeDays(article: Pick<Article, 'updated' | 'reviewed'>, now: Date): number | null {
  const time = latest([article.updated, article.reviewed]);
  return time === null ? null : Math.max(0, Math.floor((now.getTime() - time) / DAY_MS));
}

/** How far an article can be trusted to be current, by its age in days. */
export function articleFreshness(
  article: Pick<Article, 'updated' | 'reviewed'>,
  now: Date,
  limits: FreshnessLimits = FRESHNESS_LIMITS,
): Freshness {
  const days = articleAgeDays(article, now);
  if (days === null) return 'unknown';
  if (days >= limits.staleDays) return 'stale';
  return days >= limits.ageingDays ? 'ageing' : 'fresh';
}

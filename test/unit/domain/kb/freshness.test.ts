import { describe, expect, it } from 'vitest';
import { articleAgeDays, articleFreshness } from '#lib/domain/kb/freshness.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('articleFreshness', () => {
  it.each([
    [{ updated: '2026-11-01', reviewed: null }, 'fresh'],
    [{ updated: '2026-05-01', reviewed: null }, 'ageing'],
    [{ updated: '2025-01-01', reviewed: null }, 'stale'],
    [{ updated: '2025-01-01', reviewed: '2026-11-01' }, 'fresh'],
    [{ updated: '2026-11-01', reviewed: '2025-01-01' }, 'fresh'],
    [{ updated: null, reviewed: null }, 'unknown'],
    [{ updated: 'some day', reviewed: null }, 'unknown'],
    [{ updated: '2027-01-01', reviewed: null }, 'fresh'],
  ] as const)('calls %j %s', (article, expected) => {
    expect(articleFreshness(article, NOW)).toBe(expected);
  });

  it('takes other limits, from the very day', () => {
    const limits = { ageingDays: 10, staleDays: 20 };
    const on = (updated: string) => articleFreshness({ updated, reviewed: null }, NOW, limits);
    expect(['2026-11-13', '2026-11-12', '2026-11-03', '2026-11-02'].map(on)).toEqual([
      'fresh',
      'ageing',
      'ageing',
      'stale',
    ]);
  });

  it('never says a negative age', () => {
    expect(articleAgeDays({ updated: '2027-01-01', reviewed: null }, NOW)).toBe(0);
  });
});

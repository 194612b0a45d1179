import type { ArticleId } from '#lib/domain/kb/article.ts';
import { eraseActivity, listActivity } from '#lib/storage/activity.ts';
import { createKbReader } from '#lib/storage/kb-reader.ts';
import { readSetting, writeSetting } from '#lib/storage/settings.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';

/** What the options page shows of what this extension keeps, and the settings it changes. */
export function recordHandlers(
  openDatabase: OpenDatabase,
): HandlerSlice<'activity.listed' | 'activity.erased' | 'settings.read' | 'locale.chosen'> {
  return {
    'activity.listed': async ({ limit }) => {
      const db = await openDatabase();
      const { total, rows } = await listActivity(db, limit);
      const titles = await createKbReader(db).readTitles(rows.map(({ articleId }) => articleId as ArticleId));
      return {
        total,
        rows: rows.map(({ id, at, kind, articleId }) => ({
          id,
          at,
          kind,
          articleId,
          articleTitle: titles.get(articleId as ArticleId) ?? null,
        })),
      };
    },
    'activity.erased': async () => ({ erased: await eraseActivity(await openDatabase()) }),
    'settings.read': async () => {
      const db = await openDatabase();
      const [locale, panel] = await Promise.all([readSetting(db, 'locale'), readSetting(db, 'panel')]);
      return { locale, panel };
    },
    'locale.chosen': async ({ locale }) => {
      await writeSetting(await openDatabase(), 'locale', locale);
      return {};
    },
  };
}

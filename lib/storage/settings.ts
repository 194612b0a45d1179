import type * as z from 'zod/mini';
import { type LocaleChoice, localeChoiceSchema, type Panel, panelSchema } from '#lib/domain/preferences.ts';
import type { YeswardDatabase } from './database.ts';

const settings = {
  panel: { schema: panelSchema, fallback: { side: 'right', width: 360, isCollapsed: false } as Panel },
  locale: { schema: localeChoiceSchema, fallback: 'auto' as LocaleChoice },
} as const;

/** What holds until the person chooses otherwise. */
export const defaultSettings = { panel: settings.panel.fallback, locale: settings.locale.fallback };

type Key = keyof typeof settings;
type Value<K extends Key> = z.infer<(typeof settings)[K]['schema']>;

/** A setting as stored, or its default where none is stored or what is stored is of another version. */
export async function readSetting<K extends Key>(db: YeswardDatabase, key: K): Promise<Value<K>> {
  const row = await db.settings.get(key);
  const parsed = settings[key].schema.safeParse(row?.value);
  return (parsed.success ? parsed.data : settings[key].fallback) as Value<K>;
}

export async function writeSetting<K extends Key>(db: YeswardDatabase, key: K, value: Value<K>): Promise<void> {
  await db.settings.put({ key, value });
}

/** A text drawn once per installation and kept under `key`; two callers at once get the same. */
export function installationText(db: YeswardDatabase, key: 'salt' | 'host-mark', draw: () => string): Promise<string> {
  return db.transaction('rw', db.settings, async () => {
    const row = await db.settings.get(key);
    if (typeof row?.value === 'string') return row.value;
    const value = draw();
    await db.settings.put({ key, value });
    return value;
  });
}

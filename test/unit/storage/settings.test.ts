import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { YeswardDatabase } from '#lib/storage/database.ts';
import { installationText, readSetting, writeSetting } from '#lib/storage/settings.ts';

let db: YeswardDatabase;
let count = 0;

beforeEach(() => {
  db = new YeswardDatabase(`settings-${count++}`);
});
afterEach(() => db.delete());

describe('settings', () => {
  test('start with their defaults', async () => {
    expect(await readSetting(db, 'panel')).toEqual({ side: 'right', width: 360, isCollapsed: false });
    expect(await readSetting(db, 'locale')).toBe('auto');
  });

  test('are read as they were written', async () => {
    await writeSetting(db, 'panel', { side: 'left', width: 480, isCollapsed: true });
    await writeSetting(db, 'locale', 'ro');
    expect(await readSetting(db, 'panel')).toEqual({ side: 'left', width: 480, isCollapsed: true });
    expect(await readSetting(db, 'locale')).toBe('ro');
  });

  test.each([{ side: 'top', width: 360, isCollapsed: false }, { side: 'left' }, null, 'left'])(
    'fall back to the default where %j is stored',
    async (value) => {
      await db.settings.put({ key: 'panel', value });
      expect(await readSetting(db, 'panel')).toEqual({ side: 'right', width: 360, isCollapsed: false });
    },
  );

  test('an installation text is drawn once, also by two callers at once', async () => {
    let drawn = 0;
    const draw = () => `mark-${++drawn}`;
    const texts = await Promise.all(Array.from({ length: 5 }, () => installationText(db, 'host-mark', draw)));
    expect(new Set(texts)).toEqual(new Set(['mark-1']));
    db.close();
    await db.open();
    expect(await installationText(db, 'host-mark', draw)).toBe('mark-1');
    expect(drawn).toBe(1);
  });
});

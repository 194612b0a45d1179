import * as z from 'zod/mini';
import { activityKinds } from '#lib/domain/activity-kind.ts';
import { articleSchema } from '#lib/domain/kb/article-schema.ts';
import { localeChoiceSchema, panelSchema } from '#lib/domain/preferences.ts';
import type { ActivityRow } from './database.ts';

/*
 * A backup is a JSON Lines file: a header that counts what follows, then one setting, activity row or article a line.
 * The counts show a file that was cut off.
 */

export const BACKUP_VERSION = 1;
const FORMAT = 'yesward-backup';

const activitySchema: z.ZodMiniType<ActivityRow> = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  at: z.int().check(z.nonnegative()),
  kind: z.enum(activityKinds),
  articleId: z.string(),
  ticketHash: z.string(),
});

/** The settings a backup carries. The salt makes restored activity fit the tickets it was recorded on. */
const settingSchema = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('panel'), value: panelSchema }),
  z.strictObject({ key: z.literal('locale'), value: localeChoiceSchema }),
  z.strictObject({ key: z.literal('salt'), value: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
]);

export const BACKUP_SETTINGS = ['panel', 'locale', 'salt'] as const;
export type BackupSetting = z.infer<typeof settingSchema>;

const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(BACKUP_VERSION),
  writtenAt: z.string(),
  settings: z.int(),
  activity: z.int(),
  articles: z.int(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const anyVersionSchema = z.object({ format: z.literal(FORMAT), version: z.int() });

export const backupLineSchema = z.union([
  z.strictObject({ setting: settingSchema }),
  z.strictObject({ activity: activitySchema }),
  z.strictObject({ article: articleSchema }),
]);

/** The first line of a backup written now (ISO 8601). */
export function backupHeader(
  writtenAt: string,
  counts: Omit<BackupHeader, 'format' | 'version' | 'writtenAt'>,
): string {
  return `${JSON.stringify({ format: FORMAT, version: BACKUP_VERSION, writtenAt, ...counts })}\n`;
}

/** Reads a first line; says apart a file of something else and one of a later version of the extension. */
export function parseBackupHeader(value: unknown): BackupHeader | 'not-a-backup' | 'newer-version' {
  const header = headerSchema.safeParse(value);
  if (header.success) return header.data;
  const other = anyVersionSchema.safeParse(value);
  return other.success && other.data.version > BACKUP_VERSION ? 'newer-version' : 'not-a-backup';
}

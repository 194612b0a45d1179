import * as z from 'zod/mini';

/** Where the overlay stands and how wide it is. */
export const panelSchema = z.strictObject({
  side: z.enum(['left', 'right']),
  /** CSS pixels. */
  width: z.int().check(z.minimum(320), z.maximum(520)),
  isCollapsed: z.boolean(),
});
export type Panel = z.infer<typeof panelSchema>;

/** The language of our own texts; `auto` follows the browser. */
export const localeChoiceSchema = z.enum(['auto', 'en', 'zh-Hans', 'zh-Hant', 'ro']);
export type LocaleChoice = z.infer<typeof localeChoiceSchema>;

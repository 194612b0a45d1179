const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const TRADITIONAL = /-(?:hant|tw|hk|mo)(?=-|$)/i;
/** Languages whose regional forms share words and stems, and so are one language here. */
const WITHOUT_REGION = new Set(['en', 'ro']);

/**
 * Reads a language tag as exports write it (`en-us`, `zh_CN`): Chinese becomes `zh-Hans` or `zh-Hant`, English and
 * Romanian lose their region, any other tag is put in canonical form. Null for what is no tag.
 */
export function parseLanguageTag(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-');
  if (!TAG.test(tag)) return null;
  const primary = tag.split('-')[0]?.toLowerCase() ?? '';
  if (primary === 'zh') return TRADITIONAL.test(tag) && !/-hans(?=-|$)/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? tag;
    const language = canonical.split('-')[0] ?? canonical;
    return WITHOUT_REGION.has(language) ? language : canonical;
  } catch {
    return null;
  }
}

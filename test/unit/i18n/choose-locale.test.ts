import { describe, expect, it } from 'vitest';
import { chooseLocale } from '#lib/i18n/texts.ts';

describe('chooseLocale', () => {
  it('takes what the person chose over what the browser speaks', () => {
    expect(chooseLocale('ro', ['en-GB'])).toBe('ro');
  });

  it.each([
    [['en-US'], 'en'],
    [['ro-MD'], 'ro'],
    [['zh'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK', 'en'], 'zh-Hant'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['de-DE', 'fr', 'ro'], 'ro'],
    [['de', 'ja'], 'en'],
    [[], 'en'],
  ] as const)('%j gives %s', (languages, locale) => {
    expect(chooseLocale('auto', languages)).toBe(locale);
  });

  it('passes over a tag that is none', () => {
    expect(chooseLocale('auto', ['zh_TW', '', 'ro'])).toBe('ro');
  });
});

import { describe, expect, it } from 'vitest';
import { detectLanguage, normaliseLanguage } from '#lib/domain/kb/language.ts';

describe('normaliseLanguage', () => {
  it.each([
    ['en-GB', 'en'],
    ['ro_RO', 'ro'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['', 'und'],
    ['de-AT', 'de'],
  ])('reads %s as %s', (tag, expected) => {
    expect(normaliseLanguage(tag)).toBe(expected);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['My broadband keeps dropping every evening and nobody has called me back', 'en'],
    ['How do I change it?', 'en'],
    ['Internetul cade în fiecare seară și nu m-a sunat nimeni', 'ro'],
    ['Buna, nu mai am internet de ieri si nu stiu ce sa fac', 'ro'],
    ['我的宽带每天晚上都会断开，请帮我处理', 'zh-Hans'],
    ['我的寬頻每天晚上都會斷線，請幫我處理', 'zh-Hant'],
    ['我的 WiFi 和 Mesh Pod 都连不上 Hub 3', 'zh-Hans'],
    ['E203', 'und'],
    ['Mein Router startet ständig neu', 'und'],
    ['Le routeur ne marche pas depuis hier soir', 'und'],
    ['Was will er mit dem Router?', 'und'],
    ['¿Me puede ayudar? No tengo internet y mi router no funciona', 'und'],
    ['', 'und'],
  ])('takes "%s" for %s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { fill, fillCount, type Locale, textsOf } from '#lib/i18n/texts.ts';

type Leaf = { readonly path: string; readonly text: string | Readonly<Record<string, string>> };

const PLURAL_KEYS = new Set(['one', 'few', 'other']);

function isForms(value: object): value is Record<string, string> {
  return 'other' in value && Object.keys(value).every((key) => PLURAL_KEYS.has(key));
}

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  if (isForms(value)) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();
}

const formsOf: Record<Locale, readonly string[]> = {
  en: ['one', 'other'],
  ro: ['few', 'one', 'other'],
  'zh-Hans': ['other'],
  'zh-Hant': ['other'],
};
const locales = Object.keys(formsOf) as Locale[];
const source = new Map(leavesOf(en).map(({ path, text }) => [path, text]));

describe.each(locales)('texts in %s', (locale) => {
  const leaves = leavesOf(textsOf(locale));

  it('has every text of English and no other', () => {
    expect(leaves.map(({ path }) => path).toSorted()).toEqual([...source.keys()].toSorted());
  });

  it('has the forms its numbers need, and those alone', () => {
    for (const { path, text } of leaves) {
      if (typeof text !== 'string') expect(Object.keys(text).toSorted(), path).toEqual(formsOf[locale]);
    }
  });

  it('fills the same places as English', () => {
    for (const { path, text } of leaves) {
      const own = typeof text === 'string' ? [text] : Object.values(text);
      const theirs = source.get(path);
      const wanted = placesOf(typeof theirs === 'string' ? theirs : (theirs?.other ?? ''));
      for (const form of own) expect(placesOf(form), path).toEqual(wanted);
    }
  });

  it('leaves no text empty, with spaces around it, or exclaiming', () => {
    for (const { path, text } of leaves) {
      for (const form of typeof text === 'string' ? [text] : Object.values(text)) {
        expect(form, path).toMatch(/^\S(?:.*\S)?$/);
        expect(form, path).not.toMatch(/[!！]/);
      }
    }
  });
});

describe.each(['ro', 'zh-Hans', 'zh-Hant'] as const)('%s', (locale) => {
  it('is a translation: only names and words alike in both languages stay as they are', () => {
    const isSame = leavesOf(textsOf(locale)).filter(({ path, text }) => source.get(path) === text);
    const shared = ['popup.title', ...(locale === 'ro' ? ['card.public', 'importer.public', 'importer.title'] : [])];
    expect(isSame.map(({ path }) => path).toSorted()).toEqual(shared.toSorted());
  });
});

describe('zh-Hans and zh-Hant', () => {
  it('differ where their scripts do', () => {
    expect(textsOf('zh-Hans').articles.lastImport).toBe('上次导入');
    expect(textsOf('zh-Hant').articles.lastImport).toBe('上次匯入');
  });
});

describe('fillCount', () => {
  it('picks the form that the language wants for a number', () => {
    const { stored } = textsOf('ro').articles;
    expect([1, 2, 19, 20, 101, 1234].map((count) => fillCount(stored, count, 'ro'))).toEqual([
      '1 articol',
      '2 articole',
      '19 articole',
      '20 de articole',
      '101 articole',
      '1.234 de articole',
    ]);
    expect(fillCount(en.articles.stored, 1, 'en')).toBe('1 article');
  });
});

describe('fill', () => {
  it('leaves a place without a value as it is', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });
});

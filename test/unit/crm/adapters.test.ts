// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Adapter, adapterSchema } from '#lib/crm/adapter.ts';
import { builtInAdapters, genericAdapter } from '#lib/crm/adapters.ts';
import { compilePattern } from '#lib/crm/match-url.ts';
import { parseSelector } from '#lib/crm/parse-selector.ts';

const folder = join(import.meta.dirname, '../../../lib/crm/adapters');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function selectorsOf(value: unknown, key = ''): string[] {
  if (Array.isArray(value))
    return key === 'url' || key === 'words' || key === 'urlPatterns' ? [] : value.filter(isText);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'strategies' ? [] : selectorsOf(inner, name)));
}
const isText = (value: unknown): value is string => typeof value === 'string';

describe.each(files)('%s', (file) => {
  const data: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));

  it('keeps to the schema and is named after its id', () => {
    expect(adapterSchema.safeParse(data).error).toBeUndefined();
    expect((data as Adapter).id).toBe(file.replace('.json', ''));
  });

  it('has expressions and selectors that a browser can parse', () => {
    const adapter = data as Adapter;
    for (const pattern of [...adapter.urlPatterns, ...adapter.ticketId.url])
      expect(compilePattern(pattern)).toBeInstanceOf(RegExp);
    const list = selectorsOf(data);
    expect(list.length).toBeGreaterThan(5);
    for (const entry of list) {
      const { frames, css } = parseSelector(entry.replaceAll('{ticketId}', '1'));
      for (const part of [...frames, css].filter((text) => text !== '')) {
        expect(() => document.createDocumentFragment().querySelector(part), part).not.toThrow();
      }
    }
  });

  it('is built in', () => {
    expect([...builtInAdapters, genericAdapter].map(({ id }) => id)).toContain((data as Adapter).id);
  });
});

describe('the list', () => {
  it('names no CRM twice', () => {
    const ids = [...builtInAdapters, genericAdapter].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

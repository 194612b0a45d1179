import { describe, expect, it } from 'vitest';
import { codeRules } from './code-rules.ts';
import { importRules } from './import-rules.ts';
import { parseSource, readProject } from './source-file.ts';

const project = readProject();

it('finds the project', () => {
  const folders = ['entrypoints', 'components', 'lib/domain', 'lib/crm', 'lib/platform', 'test/unit'];
  for (const folder of folders)
    expect(project.filter(({ path }) => path.startsWith(`${folder}/`)).length).toBeGreaterThan(0);
});

describe.each([...importRules, ...codeRules])('$name', ({ check, violations, allowed }) => {
  it('holds in the project', () => {
    expect(project.flatMap(check)).toEqual([]);
  });

  it.each(violations)('fails on a planted violation: $text', ({ path, text }) => {
    expect(check(parseSource(path, text))).not.toEqual([]);
  });

  it.each(allowed)('lets pass: $text', ({ path, text }) => {
    expect(check(parseSource(path, text))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '#lib/domain/kb/article-schema.ts';
import { articleFromValues } from '#lib/domain/kb/import/article-from-values.ts';
import { IMPORT_DEFAULTS } from '#lib/domain/kb/import/import-options.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('A', ' ', '\u0000', '\uFEFF', '\uD800'),
);
const rarely = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.oneof(text, fc.anything()) });

const row = fc.record(
  {
    id: rarely(fc.oneof(text, fc.integer())),
    name: rarely(text),
    title: rarely(text),
    content: rarely(fc.oneof(text, fc.constantFrom('<p>x</p>', '# x\n\ny', '<br>'))),
    link: rarely(
      fc.oneof(fc.webUrl(), fc.constantFrom('https://user:pw@kb.example', 'javascript:1', 'HTTP://KB.example')),
    ),
    locale: rarely(fc.constantFrom('en-gb', 'zh_TW', 'de', 'sr-Latn-RS', 'i-klingon', 'x-private', 'en-a-bbb')),
    access: rarely(fc.constantFrom('public', 'Internal', 'constructor')),
    updated_at: rarely(
      fc.oneof(
        fc.date().map(String),
        fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
        fc.integer(),
        fc.double(),
      ),
    ),
    reviewed: rarely(fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d([T ][0-2]\d:[0-6]\d)?$/)),
    owner: rarely(text),
    labels: rarely(fc.oneof(fc.array(text), text)),
  },
  { requiredKeys: ['id', 'title', 'content'] },
);

describe('a row that is accepted', () => {
  it('is a valid article; any other row has at least one error that names a field', () => {
    let accepted = 0;
    fc.assert(
      fc.property(row, (values) => {
        const read = articleFromValues(new Map(Object.entries(values)), {
          place: { file: 'kb.json', line: 1 },
          options: IMPORT_DEFAULTS,
        });
        if (read.ok) {
          accepted++;
          expect(articleSchema.safeParse(read.article).error).toBeUndefined();
        } else {
          expect(read.errors.length).toBeGreaterThan(0);
          for (const error of read.errors) expect(error.field).not.toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

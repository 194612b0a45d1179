import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeHref, safeWebAddress } from '#lib/domain/kb/safe-address.ts';

const scheme = fc.constantFrom(
  'http://',
  'https://',
  'HTTPS:\\\\',
  'mailto:',
  'tel:',
  '//',
  '/',
  '',
  'java\tscript:',
  'data:',
  'blob:https://',
  'file:///',
  ' https:',
);
const rest = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^[a-z@:/?#[\]%\\ .\t\n]{0,20}$/),
  fc.webUrl().map((url) => url.slice(8)),
);
const address = fc.tuple(scheme, rest).map((parts) => parts.join(''));

describe('an address that is let through', () => {
  it('is absolute, of an allowed kind, without a user name, and is let through unchanged again', () => {
    fc.assert(
      fc.property(address, fc.constantFrom(null, 'https://kb.example/a/b'), (raw, base) => {
        const link = safeHref(raw, base);
        const web = safeWebAddress(raw, base);
        fc.pre(link !== null);
        expect(link).toMatch(/^(?:https?:\/\/[^@/]+\/|mailto:|tel:)/);
        expect(safeHref(link, null)).toBe(link);
        expect(web).toBe(link.startsWith('http') ? link : null);
      }),
    );
  });
});

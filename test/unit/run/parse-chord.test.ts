import { describe, expect, it } from 'vitest';
import { parseChord } from '#test/e2e/driver/parse-chord.ts';

describe('a chord', () => {
  it.each([
    ['Enter', ['Enter']],
    ['Control+Shift+k', ['Control', 'Shift', 'k']],
    ['+', ['+']],
    ['Control++', ['Control', '+']],
  ])('%s', (chord, keys) => {
    expect(parseChord(chord)).toEqual(keys);
  });

  it.each(['', '+a'])('refuses "%s"', (chord) => {
    expect(() => parseChord(chord)).toThrow('not a key or chord');
  });
});

/** Keys of a chord such as `Control+Shift+K`, in the order they go down. `Control++` is Control and plus. */
export function parseChord(chord: string): string[] {
  const keys = chord.split(/\+(?=.)/);
  if (keys.some((key) => key === '')) throw new Error(`not a key or chord: ${chord}`);
  return keys;
}

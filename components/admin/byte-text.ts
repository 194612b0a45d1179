const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1000;

/** A size in the largest unit it fills, as the language writes it: "3.4 MB". */
export function byteText(bytes: number, locale: string): string {
  let power = 0;
  while (power < UNITS.length - 1 && bytes >= STEP ** (power + 1)) power++;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / STEP ** power);
}

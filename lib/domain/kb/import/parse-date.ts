const DAY_MS = 86_400_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
/** Epoch numbers below this are seconds: as milliseconds they would be in the year 1973 or before. */
const SMALLEST_MS = 1e11;

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?)?$/i;

function dayStart(year: number, month: number, day: number): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : null;
}

function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const at = dayStart(Number(year), Number(month), Number(day));
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}

function isoInstant(match: RegExpExecArray): string | null {
  const [, date = '', hour, minute, second = '0', fraction = '0', sign, zoneHour = '0', zoneMinute = '0'] = match;
  const [year, month, day] = date.split('-').map(Number);
  const start = dayStart(year ?? 0, month ?? 0, day ?? 0);
  if (start === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (Number(zoneHour) > 14 || Number(zoneMinute) > 59) return null;
  const time =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Math.trunc(Number(`0.${fraction}`) * 1000);
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(start + time - zone).toISOString();
}

function isoOfEpoch(value: number): string | null {
  const ms = value < SMALLEST_MS ? value * 1000 : value;
  return ms > 0 && ms < (LAST_YEAR - FIRST_YEAR) * 365 * DAY_MS ? new Date(ms).toISOString() : null;
}

/**
 * Reads a date: ISO 8601 days and instants (no zone means UTC), `2026/3/1`, `1.3.2026`, and epoch seconds or
 * milliseconds as a number. Returns a day or an instant in ISO 8601, null for what is no date; `3/1/2026` is none,
 * since nobody can tell the month from the day.
 */
export function parseDate(value: unknown): string | null {
  if (typeof value === 'number') return isoOfEpoch(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return isoDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return isoDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const instant = INSTANT.exec(text);
  return instant === null ? null : isoInstant(instant);
}

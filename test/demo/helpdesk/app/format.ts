const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const minute = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

export const shortDate = (instant: string) => day.format(new Date(instant));
export const dateAndTime = (instant: string) => minute.format(new Date(instant));

/** The letters of a person's picture: two of a spaced name, one of any other. */
export function initials(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1) ?? '';
  return (first.slice(0, 1) + last.slice(0, 1)).toUpperCase();
}

/** One of six colours, always the same for one name. */
export function avatarColour(name: string): string {
  let sum = 0;
  for (const char of name) sum += char.codePointAt(0) ?? 0;
  return `avatar-${sum % 6}`;
}

/** "on-hold" becomes "On hold". */
export function label(value: string): string {
  const words = value.replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

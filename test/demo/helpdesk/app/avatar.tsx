import { avatarColour, initials } from './format.ts';

/** A person's letters in a coloured circle; the name stands beside it, so it is hidden from screen readers. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={`avatar ${avatarColour(name)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

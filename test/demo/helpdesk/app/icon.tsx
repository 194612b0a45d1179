const paths = {
  inbox: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 2.5h3L15 13h5',
  people:
    'M9 11a3 3 0 100-6 3 3 0 000 6zM3 19c.5-3.5 3-5 6-5s5.5 1.5 6 5M16 11a2.5 2.5 0 10-1-4.8M17 14c2.3.3 3.7 2 4 5',
  chart: 'M5 20V11M12 20V4M19 20v-6',
  gear: 'M12 15a3 3 0 100-6 3 3 0 000 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
  phone: 'M6 4h3l1.5 4-2 1.5a11 11 0 005 5l1.5-2 4 1.5v3a2 2 0 01-2 2A15 15 0 014 6a2 2 0 012-2z',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10 21h4',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l4.5 4.5',
  close: 'M6 6l12 12M18 6L6 18',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 016 0v3',
  send: 'M4 12l16-8-5 16-3.5-6.5z',
  reply: 'M10 6L4 12l6 6M4 12h10c4 0 6 2.5 6 6',
  bold: 'M7 5h6a3.5 3.5 0 010 7H7zM7 12h7a3.5 3.5 0 010 7H7z',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v4M4 14c0-1.5 2.5-1.5 2.5 0 0 1-2.5 2-2.5 3h2.5',
  quote: 'M5 17c2.5-1 3-3 3-5H5V7h5v5c0 4-2 6-5 7M14 17c2.5-1 3-3 3-5h-3V7h5v5c0 4-2 6-5 7',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  undo: 'M8 5L4 9l4 4M4 9h9a6 6 0 010 12H9',
} as const;

export type IconName = keyof typeof paths;

/** A line icon of 18 px in the colour of the text around it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export function MoreIcon() {
  return (
    <Icon>
      <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" {...line} strokeWidth={2.4} />
    </Icon>
  );
}
export function SearchIcon() {
  return (
    <Icon>
      <path d="M11 11l3 3M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z" {...line} />
    </Icon>
  );
}
export function CloseIcon() {
  return (
    <Icon>
      <path d="M4 4l8 8M12 4l-8 8" {...line} />
    </Icon>
  );
}
export function CollapseIcon({ side }: { side: 'left' | 'right' }) {
  return (
    <Icon>
      <path d={side === 'right' ? 'M4 4l4 4-4 4M12 3v10' : 'M12 4L8 8l4 4M4 3v10'} {...line} />
    </Icon>
  );
}
export function SideIcon({ side }: { side: 'left' | 'right' }) {
  return (
    <Icon>
      <path d={`M2.5 3.5h11v9h-11zM${side === 'right' ? 10 : 6} 3.5v9`} {...line} />
    </Icon>
  );
}
export function KeyboardIcon() {
  return (
    <Icon>
      <path d="M1.5 4.5h13v7h-13zM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.5h6" {...line} />
    </Icon>
  );
}
export function SettingsIcon() {
  return (
    <Icon>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 2.8v3.4M6 9.8v3.4" {...line} />
    </Icon>
  );
}
export function BrandIcon() {
  return (
    <Icon>
      <path d="M3 3l4 5v5M7 8l3-4M9 11.5l1.5 1.5L13 10" {...line} strokeWidth={1.8} />
    </Icon>
  );
}

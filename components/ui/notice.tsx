import type { ReactNode } from 'react';

interface NoticeProps {
  tone?: 'info' | 'warn' | 'error';
  children: ReactNode;
}

/** A message in the page. Errors are read out at once, the rest when the reader is free. */
export function Notice({ tone = 'info', children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

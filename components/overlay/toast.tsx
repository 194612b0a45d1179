import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import { CloseIcon } from '../ui/icons.tsx';

const SHOWN_MS = 6_000;

export interface ToastMessage {
  readonly id: number;
  readonly text: string;
}

function subscribeVisibility(listen: () => void): () => void {
  document.addEventListener('visibilitychange', listen);
  return () => document.removeEventListener('visibilitychange', listen);
}

/** One line at the panel's foot, gone after six seconds in sight unless it is pointed at or focused. */
export function Toast({ message, onClose }: { message: ToastMessage | null; onClose: () => void }) {
  const { texts } = useTexts();
  const [isHeld, setHeld] = useState(false);
  // A notice of an update comes to all open tabs; in those behind it waits to be seen.
  const isHidden = useSyncExternalStore(subscribeVisibility, () => document.visibilityState === 'hidden');
  useEffect(() => {
    if (!message || isHeld || isHidden) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message, isHeld, isHidden, onClose]);
  return (
    <div
      className="toast-place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {message && (
        <div className="toast" data-part="toast">
          <span>{message.text}</span>
          <button type="button" className="icon-button" aria-label={texts.overlay.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}

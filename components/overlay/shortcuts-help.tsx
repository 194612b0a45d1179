import { useEffect, useRef } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';

/** The keyboard shortcuts, in place of the cards until closed. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const { shortcuts } = texts;
  const rows = [
    ['Alt+Shift+Y', shortcuts.panel],
    ['Alt+Shift+K', shortcuts.search],
    ['Alt+Shift+U', shortcuts.insertAnswer],
    ['Alt+Shift+L', shortcuts.insertLink],
    ['↑ ↓', shortcuts.move],
    ['Esc', shortcuts.back],
    ['?', shortcuts.help],
  ] as const;
  return (
    <section className="shortcuts" aria-label={shortcuts.title} data-part="shortcuts">
      <h2>{shortcuts.title}</h2>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{shortcuts.changeHint}</p>
      <button ref={close} type="button" className="button" onClick={onClose}>
        {texts.overlay.close}
      </button>
    </section>
  );
}

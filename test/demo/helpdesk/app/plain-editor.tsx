import { useEffect, useState } from 'react';
import type { EditorProps } from './rich-editor.tsx';

/** The composer of helpdesks that send plain text. */
export function PlainEditor({ ticketId, label, initial, generation, isReadOnly, onChange }: EditorProps) {
  const [text, setText] = useState(initial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is what asks for a new text
  useEffect(() => setText(initial), [generation]);
  return (
    <textarea
      className="plain-field"
      id={`composer-field-${ticketId}`}
      data-test-id="composer-textarea"
      aria-label={label}
      rows={8}
      readOnly={isReadOnly}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(event.target.value);
      }}
    />
  );
}

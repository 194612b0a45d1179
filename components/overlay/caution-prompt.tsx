import { useEffect, useRef } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import type { CardActions, Caution } from './use-card-actions.ts';

interface Props {
  readonly caution: Caution;
  readonly ageDays: number | null;
  readonly actions: CardActions;
}

/** Stands in a card's place of actions until the agent says whether to insert all the same. */
export function CautionPrompt({ caution, ageDays, actions }: Props) {
  const { texts, count } = useTexts();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const sentence = caution === 'internal' ? texts.confirm.internal : count(texts.confirm.stale, ageDays ?? 0);
  return (
    <div className={`caution is-${caution}`} role="alert" data-part="caution">
      <p>{sentence}</p>
      <div className="actions">
        <button ref={cancel} type="button" className="button" onClick={actions.cancel}>
          {texts.confirm.cancel}
        </button>
        <button
          type="button"
          className="button is-danger"
          data-part="insert-anyway"
          onClick={() => void actions.confirm()}
        >
          {texts.confirm.insertAnyway}
        </button>
      </div>
    </div>
  );
}

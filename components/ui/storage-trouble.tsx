import { useQueryClient } from '@tanstack/react-query';
import { useKnowledge } from '#components/hooks/use-knowledge.ts';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from './notice.tsx';
import { failureText } from './trouble-text.ts';

/** Says why nothing can be read, where that is so. */
export function StorageTrouble() {
  const { texts } = useTexts();
  const { error } = useKnowledge();
  const queries = useQueryClient();
  if (error === null) return null;
  return (
    <Notice tone="error">
      <div className="stack">
        <p>{failureText(texts, error)}</p>
        <div>
          <button type="button" onClick={() => void queries.invalidateQueries()}>
            {texts.trouble.retry}
          </button>
        </div>
      </div>
    </Notice>
  );
}

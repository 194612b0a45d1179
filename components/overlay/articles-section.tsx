import type { UseQueryResult } from '@tanstack/react-query';
import type { Reply } from '#lib/messaging/protocol.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { CardList } from './card-list.tsx';
import { refusalText } from './refusal-text.ts';
import type { CardActions } from './use-card-actions.ts';

interface Props {
  readonly label: string;
  readonly query: UseQueryResult<Reply<'ticket.opened'>>;
  readonly emptyText: string;
  readonly actions: CardActions;
  readonly hasComposer: boolean;
  readonly onOpenAddress: (url: string) => void;
  readonly onImport: () => void;
}

/** The articles of a ticket or of a search, or one line that says why there are none and what to do. */
export function ArticlesSection({ label, query, emptyText, actions, hasComposer, onOpenAddress, onImport }: Props) {
  const { texts } = useTexts();
  if (query.isError) {
    return (
      <div className="state" role="alert" data-part="error">
        <p>{refusalText(texts, query.error)}</p>
        <button type="button" className="button" onClick={() => void query.refetch()}>
          {texts.overlay.retry}
        </button>
      </div>
    );
  }
  if (!query.data) return <p className="state quiet">{texts.overlay.loading}</p>;
  if (query.data.articleCount === 0) {
    return (
      <div className="state" data-part="no-articles">
        <p>{texts.overlay.noArticles}</p>
        <button type="button" className="button is-primary" onClick={onImport}>
          {texts.overlay.importArticles}
        </button>
      </div>
    );
  }
  if (query.data.cards.length === 0) return <p className="state quiet">{emptyText}</p>;
  const list = { label, cards: query.data.cards, isBusy: query.isPlaceholderData, actions, hasComposer, onOpenAddress };
  return <CardList {...list} />;
}

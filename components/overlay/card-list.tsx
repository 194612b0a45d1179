import { type KeyboardEvent, useRef } from 'react';
import type { Card } from '#lib/messaging/protocol.ts';
import { ArticleCard } from './article-card.tsx';
import type { CardActions } from './use-card-actions.ts';

interface Props {
  readonly label: string;
  readonly cards: readonly Card[];
  /** These are an earlier answer; the next one is on its way. */
  readonly isBusy: boolean;
  readonly actions: CardActions;
  readonly hasComposer: boolean;
  readonly onOpenAddress: (url: string) => void;
}

/** Cards in their order; arrow keys, Home and End go from title to title. */
export function CardList({ label, cards, isBusy, actions, hasComposer, onOpenAddress }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const titles = [...(list.current?.querySelectorAll<HTMLElement>('[data-part=card-title]') ?? [])];
    const at = titles.findIndex((title) => title.closest('li')?.matches(':focus-within'));
    const targets: Record<string, number> = {
      ArrowDown: Math.min(at + 1, titles.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: titles.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    titles[target]?.focus();
  };
  return (
    <ul ref={list} className="cards" aria-label={label} aria-busy={isBusy} onKeyDown={move}>
      {cards.map((card) => (
        <ArticleCard
          key={card.id}
          card={card}
          actions={actions}
          hasComposer={hasComposer}
          onOpenAddress={onOpenAddress}
        />
      ))}
    </ul>
  );
}

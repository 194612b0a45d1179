import { type KeyboardEvent, useId, useState } from 'react';
import { fill } from '#lib/i18n/texts.ts';
import type { Card } from '#lib/messaging/protocol.ts';
import { useArticle } from '../hooks/use-article.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { ArticleBody } from './article-body.tsx';
import { CardMenu, type MenuItem } from './card-menu.tsx';
import { CautionPrompt } from './caution-prompt.tsx';
import type { CardActions } from './use-card-actions.ts';

interface Props {
  readonly card: Card;
  readonly actions: CardActions;
  readonly hasComposer: boolean;
  readonly onOpenAddress: (url: string) => void;
}

const freshnessKey = { fresh: 'fresh', ageing: 'ageing', stale: 'stale', unknown: 'unknownAge' } as const;

function SentBadge() {
  const { texts } = useTexts();
  return <span className="badge is-sent">{texts.card.alreadySent}</span>;
}

function Badges({ card }: { card: Card }) {
  const { texts, count } = useTexts();
  const age = card.ageDays === null ? undefined : count(texts.card.ageDays, card.ageDays);
  return (
    <p className="badges">
      {card.isAlreadySent && <SentBadge />}
      <span className={`badge is-${card.visibility}`}>
        {card.visibility === 'internal' ? texts.card.internal : texts.card.public}
      </span>
      <span className={`badge is-${card.freshness}`} title={age}>
        {texts.card[freshnessKey[card.freshness]]}
        {age && <span className="visually-hidden">, {age}</span>}
      </span>
      {card.language !== 'und' && <span className="badge">{card.language}</span>}
    </p>
  );
}

/** One article: its title opens the text in place; two actions are in sight, the others in the menu. */
export function ArticleCard({ card, actions, hasComposer, onOpenAddress }: Props) {
  const { texts } = useTexts();
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const article = useArticle(card.id, isOpen);
  const caution = actions.pending?.card.id === card.id ? actions.pending.caution : null;
  const { url } = card;
  /** What was sent already is said in a line; opened, it is a card like the others. */
  const isFolded = card.isAlreadySent && !isOpen && !caution;

  const menu: MenuItem[] = [
    { label: isOpen ? texts.card.hideSteps : texts.card.showSteps, run: () => setOpen(!isOpen) },
    ...(hasComposer ? [{ label: texts.card.copyAnswer, run: () => void actions.copy(card, 'answer') }] : []),
    ...(url === null
      ? []
      : [
          { label: texts.card.copyLink, run: () => void actions.copy(card, 'link') },
          {
            label: texts.card.openArticle,
            run: () => {
              onOpenAddress(url);
              void actions.mark(card, 'opened');
            },
          },
        ]),
    {
      label: card.isHelpful ? texts.card.markedHelpful : texts.card.helpful,
      run: () => void actions.mark(card, 'helpful'),
      startsGroup: true,
    },
    { label: texts.card.dismiss, run: () => void actions.mark(card, 'dismissed') },
    { label: texts.card.flagWrong, run: () => void actions.mark(card, 'flag-wrong'), startsGroup: true },
    { label: texts.card.flagOutdated, run: () => void actions.mark(card, 'flag-outdated') },
    { label: texts.card.flagUnclear, run: () => void actions.mark(card, 'flag-unclear') },
  ];

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (!caution && !isOpen)) return;
    event.stopPropagation();
    if (caution) actions.cancel();
    else setOpen(false);
  };

  return (
    <li
      className={isFolded ? 'card is-folded' : 'card'}
      tabIndex={-1}
      data-part="card"
      aria-labelledby={titleId}
      onKeyDown={closeOnEscape}
    >
      <h3 id={titleId} className="title">
        <button type="button" aria-expanded={isOpen} data-part="card-title" onClick={() => setOpen(!isOpen)}>
          {card.title}
        </button>
      </h3>
      {isFolded ? (
        <p className="badges">
          <SentBadge />
        </p>
      ) : (
        <>
          <Badges card={card} />
          {card.matched.length > 0 && (
            <p className="why">{fill(texts.card.why, { words: card.matched.join(' · ') })}</p>
          )}
          {caution ? (
            <CautionPrompt caution={caution} ageDays={card.ageDays} actions={actions} />
          ) : (
            <div className="actions">
              <button
                type="button"
                className="button is-primary"
                data-part="insert-answer"
                onClick={() =>
                  void (hasComposer ? actions.insert(card, { kind: 'answer' }) : actions.copy(card, 'answer'))
                }
              >
                {hasComposer ? texts.card.insertAnswer : texts.card.copyAnswer}
              </button>
              {url !== null && (
                <button
                  type="button"
                  className="button"
                  data-part="insert-link"
                  onClick={() =>
                    void (hasComposer ? actions.insert(card, { kind: 'link' }) : actions.copy(card, 'link'))
                  }
                >
                  {hasComposer ? texts.card.insertLink : texts.card.copyLink}
                </button>
              )}
              <CardMenu label={fill(texts.card.more, { title: card.title })} items={menu} />
            </div>
          )}
        </>
      )}
      {isOpen && article.data && (
        <ArticleBody
          blocks={article.data}
          {...(hasComposer && {
            afterStep: (number, blocks) => (
              <button
                type="button"
                className="button is-small"
                data-part="insert-step"
                onClick={() => void actions.insert(card, { kind: 'step', number, blocks })}
              >
                {fill(texts.card.insertStep, { number })}
              </button>
            ),
          })}
        />
      )}
    </li>
  );
}

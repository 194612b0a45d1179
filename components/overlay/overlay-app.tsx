import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { Panel } from '#lib/domain/preferences.ts';
import { fill } from '#lib/i18n/texts.ts';
import type { Command } from '#lib/messaging/push.ts';
import { useClient } from '../hooks/client-context.tsx';
import { useSearch, useTicketCards } from '../hooks/use-cards.ts';
import { useTexts } from '../hooks/use-texts.tsx';
import { ArticlesSection } from './articles-section.tsx';
import type { PagePort } from './page-port.ts';
import { PanelFrame } from './panel-frame.tsx';
import { SearchField } from './search-field.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { Toast, type ToastMessage } from './toast.tsx';
import { useCardActions } from './use-card-actions.ts';
import { useDebounced } from './use-debounced.ts';
import { usePlacement } from './use-placement.ts';

interface Props {
  readonly port: PagePort;
  readonly startPanel: Panel;
  readonly isUpdated: boolean;
}

const SEARCH_PAUSE_MS = 150;
/** Where there is no room to open, the focus is not taken later, in the middle of a word, when there is some. */
const OPENING_MS = 500;

/** The overlay on one page: what the open ticket needs, by itself; a search; and what came of an action. */
export function OverlayApp({ port, startPanel, isUpdated }: Props) {
  const client = useClient();
  const queries = useQueryClient();
  const { texts, count } = useTexts();
  const state = useSyncExternalStore(port.subscribe, port.currentTicket);
  const [panel, setPanel] = useState(startPanel);
  const [searchText, setSearchText] = useState('');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [toast, setToast] = useState<ToastMessage | null>(isUpdated ? { id: 0, text: texts.overlay.updated } : null);
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ part: string; until: number } | null>(null);
  const helpedFrom = useRef<HTMLElement | null>(null);
  const searched = useDebounced(searchText.trim(), SEARCH_PAUSE_MS);

  const tell = useCallback((text: string) => setToast((last) => ({ id: (last?.id ?? 0) + 1, text })), []);
  const closeToast = useCallback(() => setToast(null), []);
  const cards = useTicketCards(state);
  const found = useSearch(searched, state?.ticket.id ?? '');
  const actions = useCardActions(port, state, tell);
  const placement = usePlacement(port, panel);
  const ticketId = state?.ticket.id;

  // Another ticket starts with its own cards; a search belonged to the ticket before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the ticket changes, not when the setter does
  useEffect(() => setSearchText(''), [ticketId]);
  useEffect(() => port.onArticlesChanged(() => void queries.invalidateQueries()), [port, queries]);

  const change = (next: Partial<Panel>, isKept = true) => {
    const changed = { ...panel, ...next };
    setPanel(changed);
    // Not keeping a side or width loses nothing the agent wrote; the next change is kept again.
    if (isKept) client.send('panel.changed', changed).catch(() => undefined);
  };
  const focusPart = (part: string) => {
    wanted.current = { part, until: performance.now() + OPENING_MS };
    setHelpOpen(false);
    change({ isCollapsed: false });
  };
  useEffect(() => {
    const { part, until } = wanted.current ?? {};
    const target = part && root.current?.querySelector<HTMLElement>(`[data-part=${part}]`);
    if (!target || until === undefined) return;
    wanted.current = null;
    if (performance.now() < until) target.focus();
  });

  const openHelp = () => {
    if (!isHelpOpen) helpedFrom.current = root.current?.querySelector<HTMLElement>(':focus') ?? null;
    setHelpOpen(true);
  };
  const closeHelp = () => {
    // Now, not after the next drawing: what had the focus must be in sight again to take it back.
    flushSync(() => setHelpOpen(false));
    helpedFrom.current?.focus();
  };
  const collapse = () => {
    change({ isCollapsed: true });
    port.focusReply();
  };
  const run = (command: Command) => {
    if (!state) return;
    const isOpen = placement?.kind === 'panel';
    const first = cards.data?.cards.find((card) => !card.isAlreadySent);
    if (command === 'toggle-panel') {
      if (isOpen && root.current?.matches(':focus-within')) collapse();
      else focusPart(first ? 'card-title' : 'search');
    } else if (command === 'search-articles') focusPart('search');
    else if (first) {
      change({ isCollapsed: false });
      void actions.insert(first, { kind: command === 'insert-answer' || first.url === null ? 'answer' : 'link' });
    }
  };
  const runLatest = useRef(run);
  runLatest.current = run;
  useEffect(() => port.onCommand((command) => runLatest.current(command)), [port]);

  if (!state || !placement) return null;
  const openAddress = (url: string) => port.openAddress(url);
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = (event.target as Element).matches('input');
    if (event.key === '?' && !isField) openHelp();
    else if (event.key === 'Escape') {
      if (isHelpOpen) closeHelp();
      else if (searchText) setSearchText('');
      else port.focusReply();
    } else return;
    event.preventDefault();
  };
  const shared = { actions, hasComposer: state.hasComposer, onOpenAddress: openAddress, onImport: port.openOptions };
  const cardCount = cards.data?.cards.length ?? 0;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of what lies inside, is nothing to press itself
    <div
      ref={root}
      className="overlay"
      data-reading={`${state.ticket.id} ${state.ticket.messages.length}`}
      onKeyDown={onKeyDown}
      onBlur={() => {
        wanted.current = null;
      }}
    >
      <PanelFrame
        placement={placement}
        width={panel.width}
        cardCount={cardCount}
        onOpen={() => focusPart('collapse')}
        onCollapse={collapse}
        onMove={(side) => change({ side })}
        onResize={(width, isDone) => change({ width }, isDone)}
        onHelp={openHelp}
        onOptions={port.openOptions}
      >
        {isHelpOpen && <ShortcutsHelp onClose={closeHelp} />}
        <div hidden={isHelpOpen}>
          <SearchField text={searchText} onChange={setSearchText} />
          <h2 className="section">{searched ? texts.overlay.searchResults : texts.overlay.articles}</h2>
          {searched ? (
            <ArticlesSection
              key="search"
              label={texts.overlay.searchResults}
              query={found}
              emptyText={fill(texts.overlay.noResult, { text: searched })}
              {...shared}
            />
          ) : (
            <ArticlesSection
              key={state.ticket.id}
              label={texts.overlay.articles}
              query={cards}
              emptyText={texts.overlay.noMatch}
              {...shared}
            />
          )}
        </div>
        <Toast message={toast} onClose={closeToast} />
      </PanelFrame>
      <p className="visually-hidden" role="status" key={state.ticket.id}>
        {cardCount > 0 && count(texts.overlay.newCards, cardCount)}
      </p>
    </div>
  );
}

import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ExtensionPage } from '#components/hooks/extension-page.tsx';
import type { SiteAccess } from '#components/hooks/site-access.tsx';
import { type Client, MessageRefused } from '#lib/messaging/client.ts';
import type { MessageName, RefusalCode, Reply } from '#lib/messaging/protocol.ts';

export type Replies = { readonly [Name in MessageName]?: Reply<Name> | RefusalCode };

/** A background that gives these replies, or refuses with a code; a message without either breaks the test. */
export function fakeClient(replies: Replies): Client {
  const all: Replies = {
    'settings.read': { locale: 'en', panel: { side: 'right', width: 360, isCollapsed: false } },
    ...replies,
  };
  return {
    async send<Name extends MessageName>(name: Name) {
      const reply = all[name];
      if (reply === undefined) throw new Error(`no reply for ${name}`);
      if (typeof reply === 'string') throw new MessageRefused(reply, name);
      return reply as Reply<Name>;
    },
  };
}

export interface FakeAccess extends SiteAccess {
  readonly granted: Set<string>;
  readonly requested: string[];
}

/** Access as the browser keeps it; `answer` is what the person says when asked. */
export function fakeAccess(granted: readonly string[], answer: 'yes' | 'no' | 'throws' = 'yes'): FakeAccess {
  const patternOf = (origin: string) => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`;
  const listeners = new Set<() => void>();
  const access: FakeAccess = {
    granted: new Set(granted),
    requested: [],
    patternOf,
    isGranted: async (origin) => access.granted.has(patternOf(origin)) || access.granted.has('*://*/*'),
    request: async (origin) => {
      access.requested.push(origin);
      if (answer === 'throws') throw new Error('not from a click');
      if (answer === 'yes') access.granted.add(patternOf(origin));
      return answer === 'yes';
    },
    remove: async (pattern) => access.granted.delete(pattern),
    onChanged: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
  return access;
}

/** Renders a view of an extension page into the document; to be unmounted by the test. */
export async function renderPage(
  view: ReactNode,
  client: Client,
  access: SiteAccess,
): Promise<{ unmount: () => void }> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <ExtensionPage client={client} access={access} browserLanguages={['en']}>
        {view}
      </ExtensionPage>,
    ),
  );
  await settle();
  return {
    unmount: () => {
      act(() => root.unmount());
      document.body.replaceChildren();
    },
  };
}

/** Lets queries answer and views follow. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

/** The button with this name. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((candidate) => candidate.textContent.trim() === name);
  if (!found) throw new Error(`no button "${name}" in: ${document.body.textContent}`);
  return found;
}

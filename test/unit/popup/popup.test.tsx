// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActiveSiteProvider } from '#components/hooks/active-site.tsx';
import { Popup } from '#components/popup/popup.tsx';
import { button, fakeAccess, fakeClient, type Replies, renderPage, settle } from '../admin/fake-page.tsx';

const origin = 'https://crm.example:8443';
const pattern = 'https://crm.example/*';
const stored = (articleCount: number): Replies => ({
  'kb.described': { articleCount, writtenAt: null, languages: {}, needsRebuild: false },
});

let opened: string[] = [];
let page: { unmount: () => void } | null = null;
afterEach(() => {
  page?.unmount();
  [opened, page] = [[], null];
});

async function open(at: string | null, access = fakeAccess([]), replies = stored(12)) {
  const site = {
    activeOrigin: async () => at,
    openOptions: async () => void opened.push('options'),
    close: () => void opened.push('closed'),
  };
  const view = (
    <ActiveSiteProvider site={site}>
      <Popup />
    </ActiveSiteProvider>
  );
  page = await renderPage(view, fakeClient(replies), access);
  return access;
}

const shown = () => document.body.textContent;

async function click(name: string): Promise<void> {
  act(() => button(name).click());
  await settle();
}

describe('the popup', () => {
  it('says that it is off, and asks the browser in the same turn as the click', async () => {
    const access = await open(origin);
    expect(shown()).toContain('Yesward is off on crm.example:8443.');
    expect(shown()).toContain('12 articles are ready.');
    act(() => {
      button('Enable on this site').click();
      // Browsers refuse a request that comes later than the click.
      expect(access.requested).toEqual([origin]);
    });
    await settle();
    expect(shown()).toContain('Yesward is on for crm.example:8443.');
  });

  it.each(['no', 'throws'] as const)('stays off where the browser says no (%s)', async (answer) => {
    await open(origin, fakeAccess([], answer));
    await click('Enable on this site');
    expect(shown()).toContain('The browser did not give access. Nothing was changed.');
    expect(shown()).toContain('Yesward is off on');
  });

  it('stops on a site', async () => {
    const access = await open(origin, fakeAccess([pattern]));
    await click('Stop on this site');
    expect([...access.granted]).toEqual([]);
    expect(shown()).toContain('Yesward is off on');
  });

  it('says why it can’t stop where access is wider than the site', async () => {
    await open(origin, fakeAccess(['*://*/*']));
    await click('Stop on this site');
    expect(shown()).toContain('A wider permission covers this site.');
    expect(shown()).toContain('Yesward is on for');
  });

  it('offers nothing to enable on a page that is not the web’s', async () => {
    await open(null);
    expect(shown()).toContain('This one belongs to the browser.');
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Options']);
  });

  it('leads to the options page where there are no articles', async () => {
    await open(origin, fakeAccess([pattern]), stored(0));
    await click('Import articles');
    expect(opened).toEqual(['options', 'closed']);
  });

  it('says that storage is off', async () => {
    await open(origin, fakeAccess([pattern]), { 'kb.described': 'storage-blocked' });
    expect(document.querySelector('[role=alert]')?.textContent).toMatch(
      /^This browser does not let Yesward store data/,
    );
  });
});

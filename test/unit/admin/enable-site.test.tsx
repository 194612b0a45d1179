// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { EnableSite } from '#components/admin/enable-site.tsx';
import { button, type FakeAccess, fakeAccess, fakeClient, renderPage, settle } from './fake-page.tsx';

let page: { unmount: () => void } | null = null;
afterEach(() => {
  page?.unmount();
  page = null;
});

async function open(access: FakeAccess): Promise<void> {
  const client = fakeClient({ 'sites.listed': { patterns: [...access.granted], isStorageWorking: true } });
  page = await renderPage(<EnableSite />, client, access);
}

function type(text: string): void {
  const input = document.querySelector('input');
  if (!input) throw new Error('no field');
  act(() => {
    // React hears of a value only through the element's own setter.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const notice = () => document.querySelector('.notice')?.textContent;

describe('EnableSite', () => {
  it('shows what the browser will ask, and asks it in the same turn as the click', async () => {
    const access = fakeAccess([]);
    await open(access);
    type('https://crm.example/agent/tickets/12');
    expect(document.body.textContent).toContain('The browser will ask you about https://crm.example/*');
    act(() => {
      button('Enable site').click();
      expect(access.requested).toEqual(['https://crm.example']);
    });
    await settle();
    expect(notice()).toMatch(/^crm\.example is enabled\./);
    expect(document.querySelector('input')?.value).toBe('');
  });

  it('asks nothing for what is no address, or no web page', async () => {
    const access = fakeAccess([]);
    await open(access);
    type('my helpdesk');
    await act(async () => button('Enable site').click());
    expect(notice()).toMatch(/^This is not a web address\./);
    expect(document.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
    type('chrome://extensions');
    expect(notice()).toBeUndefined();
    await act(async () => button('Enable site').click());
    expect(notice()).toMatch(/^Only http and https/);
    expect(access.requested).toEqual([]);
  });

  it('asks nothing for a site that is enabled already', async () => {
    const access = fakeAccess(['https://crm.example/*']);
    await open(access);
    type('crm.example');
    await act(async () => button('Enable site').click());
    expect(notice()).toBe('crm.example is enabled already.');
    expect(access.requested).toEqual([]);
  });

  it.each(['no', 'throws'] as const)('keeps what was typed where the browser says no (%s)', async (answer) => {
    await open(fakeAccess([], answer));
    type('crm.example');
    act(() => button('Enable site').click());
    await settle();
    expect(notice()).toMatch(/^The browser did not give access to crm\.example\./);
    expect(document.querySelector('input')?.value).toBe('crm.example');
  });
});

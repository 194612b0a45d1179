import { describe, expect, it } from 'vitest';
import { builtInAdapters } from '#lib/crm/adapters.ts';
import { matchUrl, ticketIdFromUrl } from '#lib/crm/match-url.ts';

describe('matchUrl', () => {
  it.each([
    ['https://rt.example/Ticket/Display.html?id=12', 'rt5', '12'],
    ['https://rt.example/support/Ticket/Update.html?Action=Respond;id=12', 'rt5', '12'],
    ['https://rt.example/Ticket/Display.html?results=ab&id=7#txn-9', 'rt5', '7'],
    ['http://redmine.example/issues/33', 'redmine', '33'],
    ['http://redmine.example/pm/issues/33/edit?x=1', 'redmine', '33'],
    ['http://redmine.example/issues/33#note-2', 'redmine', '33'],
  ])('%s is %s %s', (url, id, ticketId) => {
    const [adapter, ...more] = matchUrl(builtInAdapters, url);
    expect(more).toEqual([]);
    expect(adapter?.id).toBe(id);
    expect(adapter && ticketIdFromUrl(adapter, url)).toBe(ticketId);
  });

  it.each([
    'https://rt.example/Ticket/Create.html?Queue=1',
    'http://redmine.example/issues',
    'http://redmine.example/issues/new',
    'http://redmine.example/issues/33.pdf',
    'about:blank',
    'javascript:/issues/33',
    'not an address',
    '',
  ])('%s is none', (url) => {
    expect(matchUrl(builtInAdapters, url)).toEqual([]);
  });
});

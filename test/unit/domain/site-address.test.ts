import { describe, expect, it } from 'vitest';
import { parseSiteAddress } from '#lib/domain/site-address.ts';

describe('parseSiteAddress', () => {
  it.each([
    ['https://support.example.com', 'https://support.example.com'],
    [' https://support.example.com/agent/tickets/12?view=3#last ', 'https://support.example.com'],
    ['support.example.com', 'https://support.example.com'],
    ['support.example.com/agent', 'https://support.example.com'],
    ['support.example.com:8443/agent', 'https://support.example.com:8443'],
    ['HTTP://RT.Example.com/rt', 'http://rt.example.com'],
    ['http://rt/Ticket/Display.html?id=1', 'http://rt'],
    ['localhost', 'http://localhost'],
    ['localhost:8130/tickets', 'http://localhost:8130'],
    ['10.0.0.5', 'http://10.0.0.5'],
    ['10.0.0.5:3000', 'http://10.0.0.5:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['https://münchen.example/hilfe', 'https://xn--mnchen-3ya.example'],
  ])('reads %s as %s', (typed, origin) => {
    expect(parseSiteAddress(typed)).toEqual({ ok: true, origin });
  });

  it.each(['', '   ', 'my helpdesk', 'support', 'https://', 'https://exa mple.com', '//'])('refuses "%s"', (typed) => {
    expect(parseSiteAddress(typed)).toEqual({ ok: false, problem: 'not-an-address' });
  });

  it.each(['about:blank', 'chrome://extensions', 'file:///home/a.html', 'mailto:a@example.com', 'javascript:alert(1)'])(
    'refuses %s as no web page',
    (typed) => {
      expect(parseSiteAddress(typed)).toEqual({ ok: false, problem: 'not-a-web-page' });
    },
  );
});

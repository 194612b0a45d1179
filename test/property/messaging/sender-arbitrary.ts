import fc from 'fast-check';
import type { SenderClass } from '#lib/messaging/protocol.ts';
import type { Self, Sender } from '#lib/messaging/sender.ts';

export const self: Self = { id: 'abcdefghijklmnopabcdefghijklmnop', origin: 'chrome-extension://abcdefgh' };
export const grantedOrigin = 'https://granted.example';

const otherId = 'ponmlkjihgfedcbaponmlkjihgfedcba';
const tabId = fc.integer({ min: 0, max: 2 ** 31 });
const path = fc.webPath().map((text) => `/${text.replace(/^\/+/, '')}`);

function page(origin: fc.Arbitrary<string>, more: Partial<Sender> = {}): fc.Arbitrary<Sender> {
  return fc
    .record({ origin, tabId, path })
    .map(({ path: at, ...known }) => ({ id: self.id, url: `${known.origin}${at}`, frameId: 0, ...known, ...more }));
}

const granted = fc.constant(grantedOrigin);
const ours = fc.constant(self.origin);
/** Origins of pages that are no web sites, and of sites that only look like ours or like the granted one. */
const strangeOrigin = fc.constantFrom(
  'null',
  '',
  'file://',
  'about:blank',
  'data:text/html,x',
  'blob:https://granted.example/1',
  `${self.origin}.evil.example`,
  `${self.origin}evil`,
  'chrome-extension://ponmlkji',
  'moz-extension://7f0c2b52',
  'javascript://granted.example',
  'constructor',
);

/**
 * Every kind of sender a message may come from, with the class the gate must put it in: `null` may send nothing.
 * `isGranted` tells the pages of a site that the person enabled from all others.
 */
export const senderKinds = {
  'content script of a granted site': { class: 'ticket-page', isGranted: true, sender: page(granted) },
  'the same, told by its address alone': {
    class: 'ticket-page',
    isGranted: true,
    sender: page(granted, { origin: undefined }),
  },
  'content script of a revoked site': {
    class: 'ticket-page',
    isGranted: false,
    sender: page(
      fc.constantFrom(
        'https://revoked.example',
        'http://granted.example',
        'https://granted.example.evil.example',
        'https://granted.example:8443',
      ),
    ),
  },
  'extension page in a tab': { class: 'extension-page', isGranted: false, sender: page(ours) },
  'extension page without a tab': {
    class: 'extension-page',
    isGranted: false,
    sender: page(ours, { tabId: undefined, frameId: undefined }),
  },
  'extension page that states its address alone': {
    class: 'extension-page',
    isGranted: false,
    sender: page(ours, { origin: undefined }),
  },
  'sub-frame of a granted site': {
    class: null,
    isGranted: true,
    sender: fc
      .record({ sender: page(granted), frameId: fc.option(fc.integer({ min: 1 }), { nil: undefined }) })
      .map(({ sender, frameId }) => ({ ...sender, frameId })),
  },
  'granted site without a tab': { class: null, isGranted: true, sender: page(granted, { tabId: undefined }) },
  'other extension': { class: null, isGranted: false, sender: page(fc.constantFrom('', self.origin), { id: otherId }) },
  'other extension on a granted site': { class: null, isGranted: true, sender: page(granted, { id: otherId }) },
  'no id': {
    class: null,
    isGranted: true,
    sender: page(fc.constantFrom(grantedOrigin, self.origin), { id: undefined }),
  },
  'no origin': {
    class: null,
    isGranted: false,
    sender: fc
      .record({ sender: page(granted), url: fc.constantFrom(undefined, '', 'granted.example', '//granted.example') })
      .map(({ sender, url }) => ({ ...sender, origin: undefined, url })),
  },
  'strange origin': { class: null, isGranted: false, sender: page(strangeOrigin) },
} as const satisfies Record<string, { class: SenderClass | null; isGranted: boolean; sender: fc.Arbitrary<Sender> }>;

export type SenderKind = keyof typeof senderKinds;

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MessageName, protocol } from '#lib/messaging/protocol.ts';
import { createRouter, type Handlers } from '#lib/messaging/router.ts';
import { spoiled, validBodies } from './body-arbitrary.ts';
import { grantedOrigin, type SenderKind, self, senderKinds } from './sender-arbitrary.ts';

const names = Object.keys(protocol) as MessageName[];
const kinds = Object.keys(senderKinds) as SenderKind[];

/** A gate whose handlers only note what reached them. */
function gateUnderTest() {
  const reached: { name: string; request: unknown; origin: string; tabId: number | undefined }[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async (request: unknown, place: { origin: string; tabId: number | undefined }) => {
        reached.push({ name, request, ...place });
        return {};
      },
    ]),
  ) as unknown as Handlers;
  const route = createRouter({
    self,
    isGranted: async (origin) => origin === grantedOrigin,
    handlers,
    codeOf: () => 'failed',
  });
  return { route, reached };
}

function mayPass(name: MessageName, kind: SenderKind): boolean {
  const { class: senderClass, isGranted } = senderKinds[kind];
  const isListed = senderClass !== null && (protocol[name].senders as readonly string[]).includes(senderClass);
  return isListed && (senderClass === 'extension-page' || isGranted);
}

describe.each(names)('%s', (name) => {
  test.each(kinds)('from %s: a good body passes exactly if the table lists the sender', async (kind) => {
    const { route, reached } = gateUnderTest();
    await fc.assert(
      fc.asyncProperty(validBodies[name], senderKinds[kind].sender, async (body, sender) => {
        reached.length = 0;
        const answer = await route({ name, body }, sender);
        if (!mayPass(name, kind)) {
          expect(answer).toEqual({ ok: false, code: 'forbidden-sender' });
          expect(reached).toEqual([]);
          return;
        }
        expect(answer).toEqual({ ok: true, value: {} });
        const isPage = senderKinds[kind].class === 'ticket-page';
        expect(reached).toEqual([
          {
            name,
            request: body,
            origin: isPage ? grantedOrigin : self.origin,
            tabId: isPage ? sender.tabId : undefined,
          },
        ]);
      }),
    );
  });

  test.each(Object.keys(spoiled) as (keyof typeof spoiled)[])('with %s, from anyone: refused', async (spoiling) => {
    const { route, reached } = gateUnderTest();
    const bodies = (validBodies[name] as fc.Arbitrary<object>).chain(spoiled[spoiling]);
    const sender = fc.constantFrom(...kinds).chain((kind) => senderKinds[kind].sender);
    await fc.assert(
      fc.asyncProperty(bodies, sender, async (body, from) => {
        reached.length = 0;
        const answer = await route({ name, body }, from);
        expect(answer.ok).toBe(false);
        expect(reached).toEqual([]);
      }),
    );
  });
});

test('a message of another shape or an unknown name reaches nobody', async () => {
  const { route, reached } = gateUnderTest();
  const strangeName = fc.constantFrom<unknown>(
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', 'ticket.opened ', 'Page.recognised'],
    ...[null, undefined, 0, {}, ['page.recognised'], new String('page.recognised')],
  );
  const name = fc.constantFrom(...names);
  const messages = fc.oneof(
    fc.record({ name: strangeName, body: fc.constant({}) }),
    fc.record({ name, body: fc.constant({}), tabId: fc.nat() }),
    fc.record({ name }),
    fc.record({ name }).map((message) => [message]),
    name,
    fc.anything({ withMap: true, withSet: true, withNullPrototype: true }),
  );
  const sender = fc.constantFrom(...kinds).chain((kind) => senderKinds[kind].sender);
  await fc.assert(
    fc.asyncProperty(messages, sender, async (message, from) => {
      const answer = await route(message, from);
      expect(answer.ok).toBe(false);
      expect(reached).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('no message left a trace on Object.prototype', () => {
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

import fc from 'fast-check';
import { activityKinds } from '#lib/domain/activity-kind.ts';
import type { MessageName, Request } from '#lib/messaging/protocol.ts';

const short = fc.string({ maxLength: 60, unit: 'binary' });
const key = fc.string({ minLength: 1, maxLength: 60 });
const ticket = fc.record({
  id: key,
  subject: short,
  requester: short,
  status: short,
  tags: fc.array(short, { maxLength: 4 }),
  messages: fc.array(
    fc.record({
      id: short,
      role: fc.constantFrom('customer', 'agent', 'note', 'system'),
      author: short,
      text: short,
      links: fc.array(short, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
  composerMode: fc.constantFrom('public', 'internal'),
  isComplete: fc.boolean(),
});
const nothing = fc.constant({});
const kind = fc.constantFrom(...activityKinds);

/** Bodies that each message must take. A message without a row here does not compile. */
export const validBodies = {
  'page.recognised': nothing,
  'access.checked': nothing,
  'overlay.started': nothing,
  'ticket.opened': fc.record({ ticket, carriesThread: fc.boolean() }),
  'articles.searched': fc.record({ text: fc.string({ maxLength: 500 }), ticketKey: key }),
  'article.read': fc.record({ id: key }),
  'card.used': fc.record({ id: fc.uuid(), ticketKey: key, articleId: key, kind }),
  'options.asked': nothing,
  'panel.changed': fc.record({
    side: fc.constantFrom('left', 'right'),
    width: fc.integer({ min: 320, max: 520 }),
    isCollapsed: fc.boolean(),
  }),
  'kb.described': nothing,
  'kb.changed': nothing,
  'activity.listed': fc.record({ limit: fc.integer({ min: 1, max: 1_000 }) }),
  'activity.erased': nothing,
  'settings.read': nothing,
  'locale.chosen': fc.record({ locale: fc.constantFrom('auto', 'en', 'zh-Hans', 'zh-Hant', 'ro') }),
  'sites.listed': nothing,
} as const satisfies { readonly [Name in MessageName]: fc.Arbitrary<Request<Name>> };

type Path = readonly (string | number)[];

/** Paths of every value inside, the whole last. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part, [...at, Array.isArray(value) ? Number(name) : name]),
  );
  return [...inner, at];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, name) => (part as Record<string | number, unknown>)[name], value);
}

/** A copy whose value at `path` went through `change`; own keys such as `__proto__` are kept as keys. */
function changeAt(value: unknown, path: Path, change: (part: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, at) => (at === name ? changeAt(part, rest, change) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([other, part]) => [
      other,
      other === name ? changeAt(part, rest, change) : part,
    ]),
  );
}

const isPlainObject = (part: unknown): boolean => typeof part === 'object' && part !== null && !Array.isArray(part);

const wrongFor = (part: unknown): fc.Arbitrary<unknown> => {
  const all: readonly unknown[] = [null, undefined, 7.5, Number.NaN, true, 'no such word', [], [7.5], {}, { x: 1 }];
  const sameShape = (other: unknown) => {
    if (Array.isArray(part)) return Array.isArray(other) && other.length === 0;
    if (isPlainObject(part)) return Object.keys(part as object).length === 0 && isPlainObject(other);
    return typeof part === typeof other;
  };
  return fc.constantFrom(
    ...all.filter((other) => !sameShape(other) || (isPlainObject(other) && 'x' in (other as object))),
  );
};

const strangeKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'extra', ''] as const;
const huge = 'x'.repeat(200_000);
const hugeValues: readonly unknown[] = [huge, Array.from({ length: 3_000 }, () => huge.slice(0, 10)), 2 ** 60, -1];

/** Ways to spoil a body so that no message may take it, each from a body that was good. */
export const spoiled = {
  'a missing key': (body: object) => {
    const paths = pathsOf(body).filter((path) => typeof path.at(-1) === 'string');
    if (paths.length === 0) return fc.constantFrom(null, undefined, '', 0, []);
    return fc.constantFrom(...paths).map((path) =>
      changeAt(body, path.slice(0, -1), (part) => {
        const { [path.at(-1) as string]: _, ...rest } = part as Record<string, unknown>;
        return rest;
      }),
    );
  },
  'an extra key': (body: object) => {
    const objects = pathsOf(body).filter((path) => isPlainObject(valueAt(body, path)));
    return fc
      .tuple(fc.constantFrom(...objects), fc.constantFrom(...strangeKeys))
      .map(([path, name]) =>
        changeAt(body, path, (part) =>
          Object.fromEntries([...Object.entries(part as object), [name, { polluted: 1 }]]),
        ),
      );
  },
  'a wrong type': (body: object) =>
    fc
      .constantFrom(...pathsOf(body))
      .chain((path) => wrongFor(valueAt(body, path)).map((wrong) => changeAt(body, path, () => wrong))),
  'a huge value': (body: object) =>
    fc
      .tuple(fc.constantFrom(...pathsOf(body)), fc.constantFrom(...hugeValues))
      .map(([path, value]) => changeAt(body, path, () => value)),
} as const satisfies Record<string, (body: object) => fc.Arbitrary<unknown>>;

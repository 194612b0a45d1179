import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands, isCommand, type Push, parsePush } from '#lib/messaging/push.ts';

const pushes: readonly Push[] = [
  { push: 'access-revoked' },
  { push: 'articles-changed' },
  ...commands.map((command) => ({ push: 'command', command }) as const),
];

describe('parsePush', () => {
  test.each(pushes)('reads %j', (push) => {
    expect(parsePush(push)).toEqual(push);
  });

  test('drops what is beside a push', () => {
    expect(parsePush({ push: 'access-revoked', html: '<img>' })).toEqual({ push: 'access-revoked' });
  });

  test.each([
    null,
    undefined,
    'access-revoked',
    [],
    {},
    { push: null },
    { push: 'constructor' },
    { push: 'command' },
    { push: 'command', command: 'toString' },
    { push: 'command', command: ['insert-answer'] },
    { name: 'access.checked', body: {} },
  ])('takes %j for nothing', (message) => {
    expect(parsePush(message)).toBeNull();
  });

  test('never throws and never makes a push of anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(parsePush(message)).toBeNull();
      }),
    );
  });
});

test('a command of the browser that is none of ours is known as such', () => {
  expect(isCommand('_execute_action')).toBe(false);
  expect(commands.every(isCommand)).toBe(true);
});

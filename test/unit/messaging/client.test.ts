import { describe, expect, test, vi } from 'vitest';
import { createClient, MessageRefused } from '#lib/messaging/client.ts';

const body = { id: 'a' };
const answer = { ok: true, value: { article: null } };

function clientWith(post: (message: { name: string; body: unknown }) => Promise<unknown>, isAlive = () => true) {
  const spy = vi.fn(post);
  return { client: createClient({ post: spy, isAlive }), post: spy };
}

async function refusalOf(sending: Promise<unknown>): Promise<MessageRefused> {
  const failure = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof MessageRefused)) throw new Error(`not refused: ${String(failure)}`);
  return failure;
}

describe('createClient', () => {
  test('posts the name and the body, and returns the answer', async () => {
    const { client, post } = clientWith(async () => answer);
    expect(await client.send('article.read', body)).toEqual({ article: null });
    expect(post.mock.calls).toEqual([[{ name: 'article.read', body }]]);
  });

  test('asks again, with the same body, when the background went away while it answered', async () => {
    const tries = [
      () => Promise.reject(new Error('message channel closed')),
      async () => undefined,
      async () => answer,
    ];
    const { client, post } = clientWith(() => tries.shift()?.() ?? Promise.reject(new Error('one try too many')));
    expect(await client.send('article.read', body)).toEqual({ article: null });
    expect(post.mock.calls).toEqual(Array(3).fill([{ name: 'article.read', body }]));
  });

  test('gives up after three tries and keeps the last failure as the cause', async () => {
    const gone = new Error('no receiving end');
    const { client, post } = clientWith(() => Promise.reject(gone));
    const refusal = await refusalOf(client.send('article.read', body));
    expect(refusal).toMatchObject({ code: 'unreachable', cause: gone });
    expect(post).toHaveBeenCalledTimes(3);
  });

  test.each([undefined, null, 'ok', 1, {}, []])('takes %j for no answer at all', async (strange) => {
    const { client, post } = clientWith(async () => strange);
    expect((await refusalOf(client.send('article.read', body))).code).toBe('unreachable');
    expect(post).toHaveBeenCalledTimes(3);
  });

  test.each(['forbidden-sender', 'bad-request', 'storage-full', 'failed'])(
    'a refusal (%s) is not asked again',
    async (code) => {
      const { client, post } = clientWith(async () => ({ ok: false, code }));
      expect((await refusalOf(client.send('article.read', body))).code).toBe(code);
      expect(post).toHaveBeenCalledTimes(1);
    },
  );

  test('sends nothing once the extension was updated under the page', async () => {
    const { client, post } = clientWith(
      async () => answer,
      () => false,
    );
    expect((await refusalOf(client.send('article.read', body))).code).toBe('outdated');
    expect(post).not.toHaveBeenCalled();
  });

  test('an extension that goes away during a try is outdated, not unreachable', async () => {
    let isAlive = true;
    const { client, post } = clientWith(
      () => {
        isAlive = false;
        return Promise.reject(new Error('Extension context invalidated.'));
      },
      () => isAlive,
    );
    expect((await refusalOf(client.send('article.read', body))).code).toBe('outdated');
    expect(post).toHaveBeenCalledTimes(1);
  });
});

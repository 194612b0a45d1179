import type { Envelope, MessageName, RefusalCode, Reply, Request } from './protocol.ts';

/** A message was refused, or the background could not be reached. */
export class MessageRefused extends Error {
  readonly code: RefusalCode | 'unreachable' | 'outdated';

  constructor(code: RefusalCode | 'unreachable' | 'outdated', name: string, options?: ErrorOptions) {
    super(`${name}: ${code}`, options);
    this.code = code;
  }
}

export interface Client {
  send<Name extends MessageName>(name: Name, body: Request<Name>): Promise<Reply<Name>>;
}

export interface Transport {
  readonly post: (message: { name: string; body: unknown }) => Promise<unknown>;
  /** False once the extension was updated or removed under this page: nothing can be sent any more. */
  readonly isAlive: () => boolean;
}

/** A worker that stops while it answers closes the channel; the next try starts it again. */
const TRIES = 3;

function isEnvelope(answer: unknown): answer is Envelope {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

/**
 * The way out of a page. Retries when the background went away while answering: requests are idempotent, those that
 * store carry an id of their own.
 */
export function createClient(transport: Transport): Client {
  return {
    async send<Name extends MessageName>(name: Name, body: Request<Name>): Promise<Reply<Name>> {
      let cause: unknown;
      for (let tried = 0; tried < TRIES; tried += 1) {
        if (!transport.isAlive()) throw new MessageRefused('outdated', name);
        try {
          const answer = await transport.post({ name, body });
          if (!isEnvelope(answer)) continue;
          if (!answer.ok) throw new MessageRefused(answer.code, name);
          return answer.value as Reply<Name>;
        } catch (failure) {
          if (failure instanceof MessageRefused) throw failure;
          cause = failure;
        }
      }
      throw new MessageRefused(transport.isAlive() ? 'unreachable' : 'outdated', name, { cause });
    },
  };
}

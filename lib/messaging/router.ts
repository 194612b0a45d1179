import { type Envelope, type MessageName, protocol, type RefusalCode, type Reply, type Request } from './protocol.ts';
import { classifySender, type Self, type Sender } from './sender.ts';

/** What a handler is told of its sender; both are absent for a page of the extension. */
export interface SenderPlace {
  readonly origin: string;
  readonly tabId: number | undefined;
}

export type Handler<Name extends MessageName> = (request: Request<Name>, place: SenderPlace) => Promise<Reply<Name>>;
export type Handlers = { readonly [Name in MessageName]: Handler<Name> };

export interface RouterDeps {
  readonly self: Self;
  /** Whether the person (still) lets us read pages of this origin. */
  readonly isGranted: (origin: string) => Promise<boolean>;
  readonly handlers: Handlers;
  /** Turns a handler's failure into a code; called for what it throws. */
  readonly codeOf: (failure: unknown) => RefusalCode;
}

function refuse(code: RefusalCode): Envelope {
  return { ok: false, code };
}

function nameOf(message: unknown): MessageName | null {
  if (typeof message !== 'object' || message === null || Object.keys(message).length !== 2) return null;
  const name = (message as { name?: unknown }).name;
  return typeof name === 'string' && Object.hasOwn(protocol, name) ? (name as MessageName) : null;
}

/** Answers `{name, body}` messages by the protocol table; fails closed on everything that has no row. */
export function createRouter(deps: RouterDeps): (message: unknown, sender: Sender) => Promise<Envelope> {
  return async (message, sender) => {
    const known = classifySender(sender, deps.self);
    if (known === null) return refuse('forbidden-sender');
    const name = nameOf(message);
    if (name === null) return refuse('unknown-message');
    const row = protocol[name];
    if (!(row.senders as readonly string[]).includes(known.class)) return refuse('forbidden-sender');
    const request = row.request.safeParse((message as { body?: unknown }).body);
    if (!request.success) return refuse('bad-request');
    if (known.class === 'ticket-page' && !(await deps.isGranted(known.origin))) return refuse('forbidden-sender');
    try {
      // One table gives handler and schema, which TypeScript cannot follow through a name known at run time only.
      const handler = deps.handlers[name] as Handler<MessageName>;
      const place = { origin: known.origin, tabId: known.class === 'ticket-page' ? sender.tabId : undefined };
      return { ok: true, value: await handler(request.data as Request<MessageName>, place) };
    } catch (failure) {
      return refuse(deps.codeOf(failure));
    }
  };
}

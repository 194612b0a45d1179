import type { MessageName } from '#lib/messaging/protocol.ts';
import type { Handlers } from '#lib/messaging/router.ts';
import type { YeswardDatabase } from '#lib/storage/database.ts';

/** The handlers one feature brings. */
export type HandlerSlice<Name extends MessageName> = Pick<Handlers, Name>;

export type OpenDatabase = () => Promise<YeswardDatabase>;

import { defineBackground } from 'wxt/utils/define-background';
import { createRouter } from '#lib/messaging/router.ts';
import { answerMessages, selfIdentity } from '#lib/platform/message-gate.ts';
import { isOriginGranted } from '#lib/platform/sites.ts';
import { createDatabaseOpener, storageTrouble } from '#lib/storage/open-database.ts';
import { articleHandlers } from './on-article.ts';
import { cardHandlers } from './on-card-used.ts';
import { registerCommands } from './on-command.ts';
import { knowledgeHandlers } from './on-kb.ts';
import { overlayHandlers } from './on-overlay.ts';
import { recordHandlers } from './on-records.ts';
import { registerSites, siteHandlers } from './on-sites.ts';
import { ticketHandlers } from './on-ticket.ts';

// Every listener is added in this first turn, before any await: an event that starts the worker is not missed.
export default defineBackground(() => {
  const openDatabase = createDatabaseOpener();
  const route = createRouter({
    self: selfIdentity(),
    isGranted: isOriginGranted,
    handlers: {
      ...overlayHandlers(openDatabase),
      ...ticketHandlers(openDatabase),
      ...articleHandlers(openDatabase),
      ...cardHandlers(openDatabase),
      ...knowledgeHandlers(openDatabase),
      ...recordHandlers(openDatabase),
      ...siteHandlers(openDatabase),
    },
    codeOf: (failure) => storageTrouble(failure) ?? 'failed',
  });
  answerMessages(route);
  registerSites();
  registerCommands();
});

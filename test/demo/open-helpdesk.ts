import { type Helpdesk, startHelpdesk } from './helpdesk/server.ts';

/** The demo helpdesk on port 8130, which the articles' files name, or on a free one where that is taken. */
export async function openHelpdesk(): Promise<Helpdesk> {
  try {
    return await startHelpdesk();
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw failure;
    return startHelpdesk({ port: 0 });
  }
}

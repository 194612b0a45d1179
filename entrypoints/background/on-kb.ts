import { pushToAll } from '#lib/platform/pushes.ts';
import { createKbReader } from '#lib/storage/kb-reader.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';

export function knowledgeHandlers(openDatabase: OpenDatabase): HandlerSlice<'kb.described' | 'kb.changed'> {
  return {
    'kb.described': async () => {
      const summary = await createKbReader(await openDatabase()).readSummary();
      return summary
        ? { ...summary, languages: { ...summary.languages } }
        : { articleCount: 0, writtenAt: null, languages: {}, needsRebuild: false };
    },
    'kb.changed': async () => {
      await pushToAll({ push: 'articles-changed' });
      return {};
    },
  };
}

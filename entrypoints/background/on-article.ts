import type { ArticleId } from '#lib/domain/kb/article.ts';
import { createKbReader } from '#lib/storage/kb-reader.ts';
import type { HandlerSlice, OpenDatabase } from './handler-slice.ts';

export function articleHandlers(openDatabase: OpenDatabase): HandlerSlice<'article.read'> {
  return {
    'article.read': async ({ id }) => {
      const article = await createKbReader(await openDatabase()).readArticle(id as ArticleId);
      return { article: article && { id: article.id, body: [...article.body] } };
    },
  };
}

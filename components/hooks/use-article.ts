import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Block } from '#lib/domain/kb/article.ts';
import type { Client } from '#lib/messaging/client.ts';
import { useClient } from './client-context.tsx';

/** An article's body; null if it is no longer stored. */
type Body = readonly Block[] | null;

function articleQuery(client: Client, id: string) {
  return queryOptions({
    queryKey: ['article', id],
    queryFn: async (): Promise<Body> => (await client.send('article.read', { id })).article?.body ?? null,
  });
}

/** An article's body, read once `isWanted`. */
export function useArticle(id: string, isWanted: boolean) {
  return useQuery({ ...articleQuery(useClient(), id), enabled: isWanted });
}

/** Reads an article's body, from memory if it was read before. */
export function useReadArticle(): (id: string) => Promise<Body> {
  const client = useClient();
  const queries = useQueryClient();
  return useCallback((id) => queries.fetchQuery(articleQuery(client, id)), [client, queries]);
}

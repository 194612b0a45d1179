import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

/** The latest `limit` things the agent did with cards, newest first, and how many there are in all. */
export function useActivity(limit: number) {
  const client = useClient();
  return useQuery({ queryKey: ['activity', limit], queryFn: () => client.send('activity.listed', { limit }) });
}

/** Erases all of it. */
export function useEraseActivity() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.send('activity.erased', {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['activity'] }),
  });
}

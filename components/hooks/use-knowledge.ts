import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

/** How many articles are stored, in which languages, and since when. */
export function useKnowledge() {
  const client = useClient();
  return useQuery({ queryKey: ['knowledge'], queryFn: () => client.send('kb.described', {}) });
}

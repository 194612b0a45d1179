import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from './client-context.tsx';
import { useSiteAccess } from './site-access.tsx';

/** The match patterns of the enabled sites, kept up to date while the page is open. */
export function useSites() {
  const client = useClient();
  const queries = useQueryClient();
  const { onChanged } = useSiteAccess();
  useEffect(() => onChanged(() => void queries.invalidateQueries({ queryKey: ['sites'] })), [onChanged, queries]);
  return useQuery({ queryKey: ['sites'], queryFn: () => client.send('sites.listed', {}) });
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useActiveSite } from './active-site.tsx';
import { useSiteAccess } from './site-access.tsx';

/** The site in front and whether Yesward is on there; `origin` is null on a page that is not the web's. */
export function useSiteState() {
  const { activeOrigin } = useActiveSite();
  const { isGranted, onChanged } = useSiteAccess();
  const queries = useQueryClient();
  useEffect(() => onChanged(() => void queries.invalidateQueries({ queryKey: ['site-state'] })), [onChanged, queries]);
  return useQuery({
    queryKey: ['site-state'],
    queryFn: async () => {
      const origin = await activeOrigin();
      return { origin, isOn: origin !== null && (await isGranted(origin)) };
    },
  });
}

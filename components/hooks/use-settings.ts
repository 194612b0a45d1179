import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LocaleChoice } from '#lib/domain/preferences.ts';
import { useClient } from './client-context.tsx';

export function useSettings() {
  const client = useClient();
  return useQuery({ queryKey: ['settings'], queryFn: () => client.send('settings.read', {}) });
}

/** Stores the language of our own texts; the page follows at once. */
export function useChooseLocale() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (locale: LocaleChoice) => client.send('locale.chosen', { locale }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings'] }),
  });
}

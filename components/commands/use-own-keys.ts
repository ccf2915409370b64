'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeyChanges, OwnKeys } from '@/lib/core/commands/own-keys';
import { api } from '../ui/api';

const path = '/api/account/keys';
const queryKey = ['own-keys'];

/** The keys that the person chose, as the server has them. Another window has them when one comes back to it. */
export function useOwnKeys(initial: OwnKeys): OwnKeys {
  return useQuery({ queryKey, queryFn: ({ signal }) => api.get<OwnKeys>(path, undefined, signal), initialData: initial }).data;
}

/** Changes them; they work at once. */
export function useSaveKeys() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: KeyChanges) => api.put<OwnKeys>(path, { changes }),
    onSuccess: (own) => client.setQueryData(queryKey, own),
  });
}

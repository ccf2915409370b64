'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '../ui/api';
import { needsEvaluation, type TransferView } from './transfer-view';

/** The transfer table of the checkpoints; looked at again and again while an evaluation was asked for. */
export function useTransfer(projectId: string, ids: readonly string[], isAwaited: boolean) {
  const query = { ids: ids.join(',') };
  return useQuery({
    queryKey: ['transfer', projectId, query],
    queryFn: ({ signal }) => api.get<TransferView>(`/api/projects/${projectId}/comparison/transfer`, query, signal),
    enabled: ids.length > 0,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => (isAwaited && state.data && needsEvaluation(state.data) ? 2_000 : false),
  });
}

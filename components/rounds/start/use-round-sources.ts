import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../ui/api';
import type { RoundSourcesView, RoundSourceView } from './sources-view';

/** What a round can start from and learn from. */
export const useRoundSources = (projectId: string) =>
  useQuery({
    queryKey: ['round-sources', projectId],
    queryFn: ({ signal }) => api.get<RoundSourcesView>(`/api/projects/${projectId}/rounds/sources`, undefined, signal),
  });

/** What one checkpoint can give: counts of documents. */
export const useRoundSource = (projectId: string, checkpointId: string, most: number) =>
  useQuery({
    queryKey: ['round-source', projectId, checkpointId, most],
    queryFn: ({ signal }) => api.get<RoundSourceView>(`/api/projects/${projectId}/rounds/sources/${checkpointId}`, { most }, signal),
    placeholderData: keepPreviousData,
  });

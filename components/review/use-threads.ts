'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ThreadPin, ThreadView } from '@/lib/core/review/threads';
import { api } from '@/components/ui/api';

const noThreads: readonly ThreadView[] = [];

/** What is said about some annotations of one document, and how to say more. */
export function useThreads(projectId: string, annotationIds: readonly string[]) {
  const queries = useQueryClient();
  const queryKey = ['threads', projectId, ...annotationIds];
  const base = `/api/projects/${projectId}`;
  const { data, error } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        annotationIds.map((id) => api.get<{ threads: readonly ThreadView[] }>(`${base}/annotations/${id}/threads`, undefined, signal)),
      );
      return answers.flatMap(({ threads }) => threads);
    },
  });
  const send = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return {
    threads: data ?? noThreads,
    error: error ?? send.error,
    isBusy: send.isPending,
    start: (annotationId: string, pin: Partial<ThreadPin>, body: string) =>
      send.mutateAsync(() => api.post(`${base}/annotations/${annotationId}/threads`, { ...pin, body })),
    reply: (threadId: string, body: string) => send.mutateAsync(() => api.post(`${base}/threads/${threadId}/comments`, { body })),
    resolve: (threadId: string, isResolved: boolean) =>
      send.mutateAsync(() => api.put(`${base}/threads/${threadId}/resolution`, { isResolved })),
  };
}
export type Threads = ReturnType<typeof useThreads>;

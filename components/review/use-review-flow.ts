'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api } from '@/components/ui/api';
import { reviewHref, reviewsQuery } from './reviews-query';

/** Decisions on one document, and the way to the next that waits. */
export function useReviewFlow(projectId: string, documentId: string) {
  const router = useRouter();
  const queries = useQueryClient();
  const url = `/api/projects/${projectId}/reviews`;
  const goOn = async (): Promise<void> => {
    const { entries } = await queries.fetchQuery({ ...reviewsQuery(projectId, 'submitted'), staleTime: 0 });
    const at = entries.findIndex((entry) => entry.documentId === documentId);
    const others = entries.filter((entry) => entry.documentId !== documentId);
    const next = others[Math.max(0, at)] ?? others[0];
    router.push(next ? reviewHref(projectId, next) : `/p/${projectId}/review`);
  };
  const decide = useMutation({
    mutationFn: async (act: () => Promise<unknown>) => {
      await act();
      await queries.invalidateQueries({ queryKey: ['reviews', projectId] });
      await goOn();
    },
  });
  const reopening = useMutation({
    mutationFn: ({ annotationId, reason }: { readonly annotationId: string; readonly reason: string }) =>
      api.post(`${url}/${annotationId}/reopen`, { reason }),
    // The same document is to be decided next: one stays.
    onSuccess: () =>
      Promise.all([['reviews', projectId], ['review', projectId], ['threads', projectId]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const next = useMutation({ mutationFn: goOn });
  return {
    isBusy: decide.isPending || reopening.isPending,
    error: decide.error ?? reopening.error ?? next.error,
    accept: (annotationId: string) => decide.mutate(() => api.post(`${url}/${annotationId}/accept`)),
    sendBack: (annotationIds: readonly string[], note: string) =>
      decide.mutate(async () => {
        for (const annotationId of annotationIds) await api.post(`${url}/${annotationId}/return`, { note });
      }),
    settle: (body: object) => decide.mutate(() => api.post(`${url}/documents/${documentId}/adjudicate`, body)),
    reopen: (annotationId: string, reason: string) => reopening.mutate({ annotationId, reason }),
    next: () => next.mutate(),
  };
}

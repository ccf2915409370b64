'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api } from '@/components/ui/api';
import { reviewsQuery } from './reviews-query';

/** Decisions on one annotation, and the way to the next that waits. */
export function useReviewFlow(projectId: string, annotationId: string) {
  const router = useRouter();
  const queries = useQueryClient();
  const url = `/api/projects/${projectId}/reviews/${annotationId}`;
  const goOn = async (): Promise<void> => {
    const { entries } = await queries.fetchQuery({ ...reviewsQuery(projectId, 'submitted'), staleTime: 0 });
    const at = entries.findIndex((entry) => entry.annotationId === annotationId);
    const others = entries.filter((entry) => entry.annotationId !== annotationId);
    const next = others[Math.max(0, at)] ?? others[0];
    router.push(next ? `/p/${projectId}/review/${next.annotationId}` : `/p/${projectId}/review`);
  };
  const decide = useMutation({
    mutationFn: async (decision: { readonly accept: true } | { readonly accept: false; readonly note: string }) => {
      await (decision.accept ? api.post(`${url}/accept`) : api.post(`${url}/return`, { note: decision.note }));
      await queries.invalidateQueries({ queryKey: ['reviews', projectId] });
      await goOn();
    },
  });
  const next = useMutation({ mutationFn: goOn });
  return { isBusy: decide.isPending, error: decide.error ?? next.error, decide: decide.mutate, next: () => next.mutate() };
}

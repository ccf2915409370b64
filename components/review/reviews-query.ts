import type { AnnotationState, ReviewEntry } from '@/lib/core/annotation/contract';
import { api } from '@/components/ui/api';

export const reviewStates = ['submitted', 'accepted', 'returned'] as const;
export type ReviewState = (typeof reviewStates)[number];

interface Reviews {
  readonly entries: readonly ReviewEntry[];
  readonly counts: Readonly<Record<AnnotationState, number>>;
}

export const reviewsQuery = (projectId: string, state: ReviewState) => ({
  queryKey: ['reviews', projectId, state],
  queryFn: () => api.get<Reviews>(`/api/projects/${projectId}/reviews`, { state }),
});

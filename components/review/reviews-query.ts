import type { ReviewEntry } from '@/lib/core/annotation/contract';
import type { ReviewState } from '@/lib/core/review/review-state';
import { api } from '@/components/ui/api';

interface Reviews {
  readonly entries: readonly ReviewEntry[];
  readonly counts: Readonly<Record<ReviewState, number>>;
}

export const reviewsQuery = (projectId: string, state: ReviewState) => ({
  queryKey: ['reviews', projectId, state],
  queryFn: () => api.get<Reviews>(`/api/projects/${projectId}/reviews`, { state }),
});

/** Several annotations are settled side by side; one is read by itself, and of gold the accepted one. */
export function reviewHref(projectId: string, { documentId, annotations }: ReviewEntry): string {
  const [first] = annotations;
  const single = annotations.find(({ state }) => state === 'accepted') ?? (annotations.length === 1 ? first : undefined);
  return `/p/${projectId}/review/${single ? single.annotationId : `documents/${documentId}`}`;
}

import type { AnnotationView } from '@/lib/core/annotation/contract';
import { api } from '@/components/ui/api';
import { annotationUrl } from './saving/send-save';

/** Opens a document for labelling; `ahead` fetches it without taking its lease. */
export const openQuery = (projectId: string, documentId: string, ahead = false) => ({
  queryKey: ['annotation', projectId, documentId],
  queryFn: () => api.post<AnnotationView>(annotationUrl({ projectId, documentId }), { ahead }),
  staleTime: 60_000,
});

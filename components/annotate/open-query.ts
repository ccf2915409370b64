import type { QueryClient } from '@tanstack/react-query';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { prefetchPage } from '@/components/canvas/prefetch-page';
import { api } from '@/components/ui/api';
import { annotationUrl } from './saving/send-save';

/** The picture sets off with the data, before anything of the document is drawn. */
function prefetchFirstPage(projectId: string, { document, pages: [first] }: AnnotationView): void {
  if (first) prefetchPage(projectId, document.id, first);
}

/** Opens a document for labelling; `ahead` fetches it without taking its lease. */
export const openQuery = (projectId: string, documentId: string, ahead = false) => ({
  queryKey: ['annotation', projectId, documentId],
  queryFn: async () => {
    const view = await api.post<AnnotationView>(annotationUrl({ projectId, documentId }), { ahead });
    prefetchFirstPage(projectId, view);
    return view;
  },
  staleTime: 60_000,
});

/** Takes a document that is here already, as if it had been asked for now. */
export function takeOpened(queries: QueryClient, projectId: string, view: AnnotationView): void {
  prefetchFirstPage(projectId, view);
  queries.setQueryData(openQuery(projectId, view.document.id).queryKey, view);
}

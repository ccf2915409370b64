'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../ui/api';
import type { DocumentList, ReadingFigures } from './types';
import type { DocumentFilters } from './use-document-filters';

export const documentsKey = (projectId: string) => ['documents', projectId] as const;

/** The list page by page; refreshed while pages wait for OCR. */
export function useDocuments(projectId: string, filters: DocumentFilters, isReading: boolean) {
  return useInfiniteQuery({
    queryKey: [...documentsKey(projectId), filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<DocumentList>(`/api/projects/${projectId}/documents`, { ...filters, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: isReading ? 4_000 : false,
  });
}

export function useReadingFigures(projectId: string) {
  return useQuery({
    queryKey: ['reading-figures', projectId],
    queryFn: ({ signal }) => api.get<ReadingFigures>(`/api/projects/${projectId}/documents/figures`, undefined, signal),
    refetchInterval: ({ state }) => (state.data && state.data.waitingPages > 0 ? 2_000 : 15_000),
  });
}

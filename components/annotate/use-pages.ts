'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import type { PageWords, Word } from '@/lib/core/geometry/word';
import { pageWordsUrl } from '@/components/canvas/page-urls';
import { prefetchPage } from '@/components/canvas/prefetch-page';
import { api } from '@/components/ui/api';
import { createStore, type Readable } from '@/components/ui/store';

export interface PagesState {
  /** All pages; those whose words are not here yet have none. */
  readonly pages: readonly PageWords[];
  /** The page in view whose words could not be loaded. */
  readonly failed: number | null;
}

const wordsQuery = (projectId: string, documentId: string, page: number) => ({
  queryKey: ['page-words', projectId, documentId, page],
  queryFn: async () => (await api.get<{ words: readonly Word[] }>(pageWordsUrl(projectId, documentId, page))).words,
  staleTime: 60_000,
});

/** The pages of a document; words and picture of the page in view are loaded, then those of its neighbours. */
export function usePages(projectId: string, view: Pick<AnnotationView, 'document' | 'pages' | 'firstWords'>, page: number): Readable<PagesState> {
  const queries = useQueryClient();
  const documentId = view.document.id;
  const [{ store, loaded }] = useState(() => ({
    store: createStore<PagesState>({
      pages: view.pages.map((shape) => ({ ...shape, words: shape.page === 0 ? view.firstWords : [] })),
      failed: null,
    }),
    loaded: new Set([0]),
  }));
  useEffect(() => {
    let isHere = true;
    const load = async (at: number): Promise<void> => {
      const shape = store.getState().pages[at];
      if (!shape) return;
      if (at !== page) prefetchPage(projectId, documentId, shape);
      if (loaded.has(at)) return;
      const words = await queries.fetchQuery(wordsQuery(projectId, documentId, at));
      loaded.add(at);
      store.change({ pages: store.getState().pages.with(at, { ...shape, words }) });
    };
    const loadAll = async (): Promise<void> => {
      store.change({ failed: null });
      await load(page).catch(() => isHere && store.change({ failed: page }));
      // The neighbours only, and for a head start alone: of a hundred pages three are here at a time.
      for (const near of [page + 1, page - 1]) if (isHere) void load(near).catch(() => undefined);
    };
    void loadAll();
    return () => {
      isHere = false;
    };
  }, [queries, store, loaded, projectId, documentId, page]);
  return store;
}

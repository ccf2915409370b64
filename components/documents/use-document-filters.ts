'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';

export const filterKeys = ['text', 'split', 'suite', 'kind', 'group', 'readState', 'nearDuplicates', 'labelled'] as const;
export type FilterKey = (typeof filterKeys)[number];
export type DocumentFilters = Readonly<Partial<Record<FilterKey, string>>>;

export type DocumentView = 'table' | 'grid';

/** Filters and view as the URL has them: a list can be sent to somebody else. */
export function useDocumentFilters() {
  const params = useSearchParams();
  const router = useRouter();
  const path = usePathname();
  // The command palette's search writes "q".
  const given = (key: FilterKey): string | null => params.get(key) ?? (key === 'text' ? params.get('q') : null);
  const filters: DocumentFilters = Object.fromEntries(
    filterKeys.flatMap((key) => {
      const value = given(key);
      return value ? [[key, value]] : [];
    }),
  );
  const write = (change: Readonly<Record<string, string | null>>): void => {
    const next = new URLSearchParams(params);
    next.delete('q');
    if (filters.text) next.set('text', filters.text);
    for (const [key, value] of Object.entries(change)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    router.replace(next.size > 0 ? `${path}?${next.toString()}` : path, { scroll: false });
  };
  return {
    filters,
    view: (params.get('view') === 'grid' ? 'grid' : 'table') satisfies DocumentView as DocumentView,
    setFilter: (key: FilterKey, value: string | null) => write({ [key]: value }),
    clear: () => write(Object.fromEntries(filterKeys.map((key) => [key, null]))),
    setView: (view: DocumentView) => write({ view: view === 'grid' ? 'grid' : null }),
  };
}

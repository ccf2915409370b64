'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';

/** Filters that live in the URL, so that what one sees can be shared. */
export function useUrlFilters<Name extends string>(names: readonly Name[]) {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name)])) as Record<Name, string | null>;

  const set = (changes: Partial<Record<Name, string | null>>): void => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    router.replace(`${pathname}?${next}`, { scroll: false });
  };
  const clear = (cleared: readonly Name[]): void =>
    set(Object.fromEntries(cleared.map((name) => [name, null])) as Partial<Record<Name, null>>);
  return { values, set, clear };
}

import type { Pool } from './pool';
import type { KindQuota, SelectionInput } from './types';

export type Barrier =
  | { readonly kind: 'already-labelled' | 'group-picked' | 'kind-full' }
  | { readonly kind: 'near-duplicate'; readonly of: string };

/**
 * The rules of one selection, as it goes on. What a rule bars stays barred, so
 * that the lazy greedy search may drop it for good.
 */
export interface ConstraintTracker {
  readonly picks: readonly number[];
  /** Why this document may not be picked now; null where it may. */
  readonly barrier: (index: number) => Barrier | null;
  /** Whether picking it would take a place that a kind's minimum needs. */
  readonly takesReservedPlace: (index: number) => boolean;
  readonly add: (index: number) => void;
}

function tally<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Starts the rules of `input` on `pool`, labelled documents reckoned in. */
export function trackConstraints(input: SelectionInput, pool: Pool): ConstraintTracker {
  const { maxPerGroup, excludeNearDuplicatesAbove: tooAlike, quotas = {} } = input.constraints;
  const picks: number[] = [];
  const taken = new Set(pool.labelled);
  const groups = new Map<string, number>();
  const kinds = new Map<string, number>();
  const nearDuplicateOf = new Map<number, number>();

  const markNearDuplicates = (of: number): void => {
    if (tooAlike === undefined) return;
    pool.similarity.row(of).forEach((likeness, index) => {
      if (index !== of && likeness >= tooAlike && !nearDuplicateOf.has(index)) nearDuplicateOf.set(index, of);
    });
  };
  const countGroup = (index: number): void => {
    const group = pool.documents[index]?.group ?? null;
    if (group !== null) tally(groups, group);
  };
  const positions = new Map(pool.documents.map(({ id }, index) => [id, index]));
  for (const index of pool.labelled) {
    countGroup(index);
    const original = positions.get(pool.documents[index]?.duplicateOf ?? '');
    if (original !== undefined) nearDuplicateOf.set(original, index);
    markNearDuplicates(index);
  }

  const kindOf = (index: number): string => pool.documents[index]?.features.kind ?? '';
  const quotaOf = (kind: string): KindQuota => (Object.hasOwn(quotas, kind) ? (quotas[kind] ?? {}) : {});
  const missing = (kind: string): number => Math.max(0, (quotaOf(kind).min ?? 0) - (kinds.get(kind) ?? 0));

  const barrier = (index: number): Barrier | null => {
    if (taken.has(index)) return { kind: 'already-labelled' };
    const duplicate = nearDuplicateOf.get(index);
    if (duplicate !== undefined) return { kind: 'near-duplicate', of: pool.documents[duplicate]?.id ?? '' };
    const group = pool.documents[index]?.group ?? null;
    if (group !== null && (groups.get(group) ?? 0) >= (maxPerGroup ?? Number.POSITIVE_INFINITY)) {
      return { kind: 'group-picked' };
    }
    const kind = kindOf(index);
    if ((kinds.get(kind) ?? 0) >= (quotaOf(kind).max ?? Number.POSITIVE_INFINITY)) return { kind: 'kind-full' };
    return null;
  };

  return {
    picks,
    barrier,
    takesReservedPlace: (index) => {
      const reserved = Object.keys(quotas).reduce((sum, kind) => sum + missing(kind), 0);
      return missing(kindOf(index)) === 0 && input.count - picks.length <= reserved;
    },
    add: (index) => {
      picks.push(index);
      taken.add(index);
      tally(kinds, kindOf(index));
      countGroup(index);
      markNearDuplicates(index);
    },
  };
}

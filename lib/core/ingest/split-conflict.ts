import type { RowSplit } from '../formats/import-row';

interface Placed {
  readonly split: RowSplit;
  readonly suite: string | null;
}

/**
 * Whether a document may join a split while others of its group are elsewhere:
 * a patient's documents never straddle two splits. The pool is no split; the
 * sampler leaves pool documents of held-back groups alone.
 */
export function mayShareGroup(one: Placed, other: Placed): boolean {
  if (one.split === 'pool' || other.split === 'pool') return true;
  return one.split === other.split && one.suite === other.suite;
}

/** Splits whose documents are never labelled for training: their given gold is gold at once. */
export const isHeldOut = (split: RowSplit): boolean =>
  split === 'validation' || split === 'test' || split === 'transfer';

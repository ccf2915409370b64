import type { MicroFigure } from '@/lib/core/evaluation/aggregate';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import type { OverallDifference } from '@/lib/core/evaluation/overall-difference';
import type { Translate } from '@/messages/translate';

/** What GET /api/projects/ID/comparison/transfer answers. */
export interface TransferView {
  readonly suites: readonly { readonly suite: string; readonly documents: number }[];
  /** The test split and each suite; none where the project has no suite. */
  readonly rows: readonly TransferRow[];
}

export interface TransferRow extends HeldOut {
  /** With gold that can be scored. */
  readonly documents: number;
  /** In no figure: not read yet, or without usable gold. */
  readonly leftOut: number;
  /** In the order of the checkpoints; the first is the base. */
  readonly cells: readonly TransferCell[];
}

export interface TransferCell {
  readonly checkpointId: string;
  readonly micro: MicroFigure | null;
  readonly documents: number;
  readonly hasGold: boolean;
  readonly isStale: boolean;
  /** Of its newest figure, where there is none by the scoring in use. */
  readonly olderScoring: string | null;
  /** To the base; null for the base and where either has no figure. */
  readonly difference: OverallDifference | null;
}

export const needsEvaluation = ({ rows }: TransferView): boolean =>
  rows.some(({ cells }) => cells.some(({ micro, hasGold, isStale }) => isStale || (micro === null && hasGold)));

/** "test split", "suite Receipts". */
export const heldOutWords = (t: Translate<'compare.heldOut'>, { split, suite }: { readonly split: string; readonly suite: string }): string =>
  suite === '' ? t('split', { split }) : t('suite', { suite });

import type { TreeRow } from './leaf-tree';
import { sharedParts, type InnerLists, type SharedPart } from './shared-parts';

/** Two rows, by their places in the two lists, that share at least one leaf. */
export interface RowLink {
  readonly g: number;
  readonly p: number;
  readonly matched: number;
}

/** Matched leaves of all pairs of inner lists that share any. */
export type CountInner = (lists: InnerLists) => readonly SharedPart[];

export interface LinkedRows {
  /** All pairs of rows with something in common, by gold row, then by predicted row. */
  readonly links: readonly RowLink[];
  /** The leaves outside inner lists behind them. */
  readonly leaves: readonly SharedPart[];
  /** Leaves of each row in those of its inner lists that share a leaf with another. */
  readonly goldInner: Uint32Array;
  readonly predictedInner: Uint32Array;
}

function addSizes(sizes: Uint32Array, lists: InnerLists['golds'], sharing: ReadonlySet<number>): void {
  for (const { row, node } of lists) if (sharing.has(row)) sizes[row] = (sizes[row] as number) + node.size;
}

function linksOf(parts: readonly SharedPart[], goldCount: number, predictedCount: number): RowLink[] {
  const partsOf = Array.from({ length: goldCount }, (): SharedPart[] => []);
  for (const part of parts) for (const g of part.golds) (partsOf[g] as SharedPart[]).push(part);
  const links: RowLink[] = [];
  const counts = new Uint32Array(predictedCount);
  partsOf.forEach((ofRow, g) => {
    const met: number[] = [];
    for (const { predicted, matched } of ofRow)
      for (const p of predicted) {
        if (counts[p] === 0) met.push(p);
        counts[p] = (counts[p] as number) + matched;
      }
    for (const p of met.sort((a, b) => a - b)) {
      links.push({ g, p, matched: counts[p] as number });
      counts[p] = 0;
    }
  });
  return links;
}

/** Which rows share how much, at a cost that grows with what they share and not with the number of pairs. */
export function linkRows(gold: readonly TreeRow[], predicted: readonly TreeRow[], countInner: CountInner): LinkedRows {
  const { leaves, lists } = sharedParts(gold, predicted);
  const parts = [...leaves];
  const goldInner = new Uint32Array(gold.length);
  const predictedInner = new Uint32Array(predicted.length);
  for (const inner of lists) {
    const counted = countInner(inner);
    for (const part of counted) parts.push(part);
    addSizes(goldInner, inner.golds, new Set(counted.flatMap((part) => part.golds)));
    addSizes(predictedInner, inner.predicted, new Set(counted.flatMap((part) => part.predicted)));
  }
  return { links: linksOf(parts, gold.length, predicted.length), leaves, goldInner, predictedInner };
}

import {
  addFieldCounts,
  bootstrapF1,
  microScore,
  type FieldCounts,
  type Interval,
  type LeafCounts,
  type MicroScore,
} from '../scoring';

/** One document that could be scored. */
export interface DocumentCounts extends LeafCounts {
  readonly documentId: string;
  /** Leaf path → its counts. */
  readonly fields: FieldCounts;
}

/** Micro P, R and F1 with the 95 % interval of F1, all 0–1. */
export type MicroFigure = MicroScore & Interval;

export interface Aggregate {
  /** Null without documents: no figure is better than one out of nothing. */
  readonly micro: MicroFigure | null;
  readonly fields: FieldCounts;
}

/** Fixed, so that the same counts always show the same interval. */
export const intervalSeed = 2025;

/** Micro F1 with its bootstrap interval over any documents' counts; null for none. */
export function figureOf(counts: readonly LeafCounts[]): MicroFigure | null {
  if (counts.length === 0) return null;
  return { ...microScore(counts), ...bootstrapF1(counts, { seed: intervalSeed }) };
}

/** The figures of a checkpoint on a split. The order of the documents changes nothing. */
export function aggregate(documents: readonly DocumentCounts[]): Aggregate {
  const ordered = documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
  return { micro: figureOf(ordered), fields: addFieldCounts(ordered.map(({ fields }) => fields)) };
}

import {
  createTally,
  intervalOf,
  microScore,
  type FieldCounts,
  type Interval,
  type LeafCounts,
  type MicroScore,
  type ResampledCounts,
  type Tally,
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

/** Micro F1 of what was counted, with its interval. */
export const figureOf = (counts: ResampledCounts): MicroFigure => ({
  ...microScore(counts.total),
  ...intervalOf(counts),
});

export function tallyOf(documents: readonly DocumentCounts[]): Tally {
  const tally = createTally();
  for (const { documentId, fields, ...counts } of documents) tally.add(documentId, counts, fields);
  return tally;
}

/** The figures of a checkpoint on a split. The order of the documents changes nothing. */
export function aggregate(documents: readonly DocumentCounts[]): Aggregate {
  const tally = tallyOf(documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1)));
  return {
    micro: documents.length === 0 ? null : figureOf(tally.all),
    fields: Object.fromEntries(tally.paths().map((path) => [path, tally.of(path).total])),
  };
}

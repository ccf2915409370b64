import type { Outcome, OutcomeCounts } from '@/lib/core/evaluation/outcomes';
import type { PairedComparison } from '@/lib/core/evaluation/paired-difference';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { Leaf } from '@/lib/core/record/json';
import type { LeafOutcome, MicroScore } from '@/lib/core/scoring';

/** What GET /api/projects/ID/comparison answers. */
export interface ComparisonView {
  readonly split: string;
  readonly checkpoints: readonly ComparedCheckpoint[];
  /** Each checkpoint after the first against the first. */
  readonly pairs: readonly (PairedComparison & { readonly before: string; readonly after: string })[];
  /** Of the first two; null for a single checkpoint. */
  readonly outcomes: OutcomeCounts | null;
}

export interface ComparedCheckpoint {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly labels: number | null;
  readonly isPromoted: boolean;
  readonly micro: (MicroScore & { readonly low: number; readonly high: number }) | null;
  readonly documents: number;
  readonly isStale: boolean;
  readonly unscorable: readonly { readonly documentId: string; readonly name: string; readonly reason: string }[];
}

export interface DocumentRow {
  readonly documentId: string;
  readonly name: string;
  readonly counts: OutcomeCounts;
}

export interface ComparedCell {
  readonly value: Leaf;
  readonly outcome: LeafOutcome;
  readonly pointer: string | null;
  readonly boxes: readonly EvidenceBox[];
}

export interface ComparedLine {
  readonly path: string;
  readonly goldPointer: string | null;
  readonly gold: Leaf;
  readonly goldBoxes: readonly EvidenceBox[];
  readonly outcome: Outcome | null;
  readonly cells: readonly (ComparedCell | null)[];
}

/** What GET /api/projects/ID/comparison/documents/ID answers. */
export interface DocumentView {
  readonly document: {
    readonly id: string;
    readonly name: string;
    readonly kind: string | null;
    readonly pages: readonly { readonly index: number; readonly width: number; readonly height: number }[];
  };
  readonly unscorable: string | null;
  readonly leaves: readonly ComparedLine[];
}

/** Checkpoints go by letters beside their names: columns stay narrow. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

export const outcomeWords: Readonly<Record<Outcome, { readonly name: string; readonly meaning: string }>> = {
  fixed: { name: 'fixed', meaning: 'wrong in A, right in B' },
  broken: { name: 'broken', meaning: 'right in A, wrong in B' },
  'both-wrong': { name: 'both wrong', meaning: 'wrong in A and in B' },
  'both-right': { name: 'both right', meaning: 'right in A and in B' },
};

/** Lines that J and K stop at: those of the filter, else those on which A and B part. */
export const isStop = (line: ComparedLine, filter: Outcome | null): boolean =>
  filter === null ? line.outcome === 'fixed' || line.outcome === 'broken' : line.outcome === filter;

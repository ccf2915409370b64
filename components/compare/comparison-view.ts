import type { MicroFigure } from '@/lib/core/evaluation/aggregate';
import type { EvaluationMetrics } from '@/lib/core/evaluation/document-scores';
import type { Outcome, OutcomeCounts } from '@/lib/core/evaluation/outcomes';
import type { PairedComparison } from '@/lib/core/evaluation/paired-difference';
import type { LeafVerdict, RightfulPlace } from '@/lib/core/metrics/typed-errors';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { Leaf } from '@/lib/core/record/json';
import type { Severity } from '@/lib/core/schema/types';

/** What GET /api/projects/ID/comparison answers. */
export interface ComparisonView {
  readonly split: string;
  /** Name of the transfer suite; empty for other splits. */
  readonly suite: string;
  readonly checkpoints: readonly ComparedCheckpoint[];
  /** Each checkpoint after the first against the first. */
  readonly pairs: readonly (PairedComparison & { readonly before: string; readonly after: string })[];
  /** From the first to the one that it is compared with; null for a single checkpoint. */
  readonly outcomes: OutcomeCounts | null;
}

export interface ComparedCheckpoint {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly labels: number | null;
  readonly isPromoted: boolean;
  readonly micro: MicroFigure | null;
  /** Null where there is no evaluation under the scoring in use. */
  readonly metrics: EvaluationMetrics | null;
  readonly documents: number;
  /** With gold that can be scored. */
  readonly goldDocuments: number;
  readonly isStale: boolean;
  /** The newest figure by another scoring, where there is none by the one in use. */
  readonly older: { readonly scoringVersion: string; readonly micro: MicroFigure } | null;
  readonly unscorable: readonly { readonly documentId: string; readonly name: string; readonly reason: string }[];
}

export interface DocumentRow {
  readonly documentId: string;
  readonly name: string;
  readonly counts: OutcomeCounts;
}

export interface ComparedCell {
  readonly value: Leaf;
  readonly type: LeafVerdict;
  /** For a value in the wrong row: where in gold it belongs. */
  readonly belongsTo: RightfulPlace | null;
  readonly pointer: string | null;
  readonly boxes: readonly EvidenceBox[];
}

export interface ComparedLine {
  readonly path: string;
  readonly goldPointer: string | null;
  readonly gold: Leaf;
  readonly severity: Severity;
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

export interface LineFilter {
  readonly outcome: Outcome | null;
  /** What some checkpoint's value is. */
  readonly verdict: LeafVerdict | null;
}

/** Lines that J and K stop at: those of the filters, else those that were fixed or broken. */
export function isStop(line: ComparedLine, { outcome, verdict }: LineFilter): boolean {
  const fitsVerdict = verdict === null || line.cells.some((cell) => cell?.type === verdict);
  const isDifference = line.outcome === 'fixed' || line.outcome === 'broken';
  return fitsVerdict && (outcome === null ? verdict !== null || isDifference : line.outcome === outcome);
}

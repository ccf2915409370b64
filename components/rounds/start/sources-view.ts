import type { ParentCandidate } from '@/lib/core/round/parent-fit';
import type { Recipe } from '@/lib/core/round/recipe';

/** A checkpoint as GET /api/projects/ID/rounds/sources answers it. */
export interface SourceCheckpoint {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly engine: string;
  readonly isPromoted: boolean;
  readonly problem: string | null;
  readonly parent: ParentCandidate;
  /** That made it; null for the embedded engine. */
  readonly recipe: Recipe | null;
}

export interface RoundSourcesView {
  readonly checkpoints: readonly SourceCheckpoint[];
  readonly passRates: readonly { readonly model: string; readonly roundId: string; readonly roundNumber: number }[];
  /** GiB of the largest card of a connected GPU worker. */
  readonly cardGib: number | null;
}

interface Read {
  readonly documents: number;
  readonly read: number;
}

/** What GET /api/projects/ID/rounds/sources/CHECKPOINT answers. */
export interface RoundSourceView {
  readonly unlabelled: Read;
  readonly labelled: Read;
  readonly preferences: { readonly pairs: number; readonly alike: number; readonly empty: number; readonly unread: number };
}

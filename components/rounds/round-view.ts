import type { RoundEvent } from '@/lib/core/round/events';
import type { Recipe } from '@/lib/core/round/recipe';
import type { RoundState } from '@/lib/core/round/state-machine';
import type { RoundSummary } from '@/lib/core/round/summary';

/** A round as GET /api/projects/ID/rounds answers it. */
export interface RoundView {
  readonly id: string;
  readonly number: number;
  readonly state: RoundState;
  readonly stateInWords: string;
  readonly isOver: boolean;
  readonly isCancelRequested: boolean;
  readonly step: number;
  readonly plannedSteps: number | null;
  readonly secondsLeft: number | null;
  readonly recipe: Recipe;
  readonly notes: string;
  readonly failureReason: string | null;
  readonly snapshotHash: string | null;
  readonly labels: number | null;
  readonly schemaNumber: number;
  readonly schemaHash: string;
  readonly attempt: number;
  readonly summary: RoundSummary | null;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface RoundDetailView extends RoundView {
  readonly parentCheckpointId: string | null;
  readonly checkpoints: readonly {
    readonly id: string;
    readonly number: number;
    readonly role: string;
    readonly name: string;
    readonly step: number;
    readonly hash: string;
    readonly createdAt: string;
  }[];
}

export interface RoundEventView {
  /** Grows; a decimal string. */
  readonly id: string;
  readonly attempt: number;
  readonly event: RoundEvent;
}

export interface CheckpointView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly role: string;
  readonly engine: string;
  readonly step: number;
  readonly hash: string;
  readonly createdAt: string;
  readonly roundId: string | null;
  readonly roundNumber: number | null;
  readonly labels: number | null;
  readonly schemaNumber: number;
  readonly isPromoted: boolean;
  readonly figures: readonly {
    readonly split: string;
    readonly documents: number;
    readonly micro: { readonly precision: number; readonly recall: number; readonly f1: number; readonly low: number; readonly high: number };
  }[];
}

/** What people call the checkpoints of a round, with what each stands for. */
export const roleWords: Readonly<Record<string, { readonly name: string; readonly meaning: string }>> = {
  'warm-start': { name: 'warm start', meaning: 'Supervised on the first labels only: where reinforcement learning began.' },
  'warm-start-all': { name: 'warm start on all', meaning: 'Supervised on all labels, no reinforcement learning: what it has to beat.' },
  trained: { name: 'trained', meaning: 'After reinforcement learning, the best on the validation split.' },
};

/** "1 min 20 s". @param seconds not negative */
export function durationInWords(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.round(seconds % 60)} s` : `${(minutes / 60).toFixed(1)} h`;
}

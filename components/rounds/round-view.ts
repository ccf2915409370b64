import type { RoundEvent } from '@/lib/core/round/events';
import type { Recipe } from '@/lib/core/round/recipe';
import type { StoredInputs } from '@/lib/core/round/round-inputs';
import type { RoundState } from '@/lib/core/round/state-machine';
import type { StopRequest } from '@/lib/core/round/stop-request';
import type { RoundSummary } from '@/lib/core/round/summary';
import type { Translate } from '@/messages/translate';

/** A round as GET /api/projects/ID/rounds answers it. */
export interface RoundView {
  readonly id: string;
  readonly number: number;
  readonly state: RoundState;
  readonly stateInWords: string;
  readonly isOver: boolean;
  readonly isCancelRequested: boolean;
  readonly stopRequest: StopRequest | null;
  readonly budgetGpuHours: number | null;
  /** Hours of work times cards, over all attempts; 0 on the CPU. */
  readonly gpuHours: number;
  readonly step: number;
  readonly plannedSteps: number | null;
  readonly secondsLeft: number | null;
  readonly recipe: Recipe;
  /** The checkpoint that it started from; null for the base model. */
  readonly parent: { readonly id: string; readonly number: number; readonly name: string; readonly roundId: string | null } | null;
  readonly inputs: StoredInputs;
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

/** What the pre-flight on the worker found. */
export interface NamedFindingView {
  readonly code: string;
  readonly level: 'refused' | 'allowed' | 'note';
  readonly message: string;
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

export interface RoundDetailView extends RoundView {
  readonly findings: readonly NamedFindingView[];
  /** Number of the checkpoint that taught, and of the one whose readings were rejected. */
  readonly teacherNumber: number | null;
  readonly rejectedNumber: number | null;
  /** Number of the round whose pass rates came along. */
  readonly passRatesNumber: number | null;
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
  /** Why it cannot be used; null where nothing is known against it. */
  readonly problem: string | null;
  readonly figures: readonly {
    readonly split: string;
    readonly documents: number;
    readonly micro: { readonly precision: number; readonly recall: number; readonly f1: number; readonly low: number; readonly high: number };
  }[];
}

/** The checkpoints of a round that `rounds.roles` has words for. */
export const checkpointRoles = ['warm-start', 'warm-start-all', 'trained'] as const;

/** "1 min 20 s". @param seconds not negative */
export function durationInWords(t: Translate<'rounds.durations'>, seconds: number): string {
  if (seconds < 60) return t('seconds', { seconds: seconds.toFixed(seconds < 10 ? 1 : 0) });
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? t('minutes', { minutes, seconds: Math.round(seconds % 60) }) : t('hours', { hours: (minutes / 60).toFixed(1) });
}

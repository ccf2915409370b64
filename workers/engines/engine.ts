import type { LabelledDocument, PolicyDocument, PolicyPrediction } from '@/lib/core/policy/types';
import type { RoundEvent } from '@/lib/core/round/events';
import type { CheckpointRole } from '@/lib/core/round/manifest';
import type { Recipe } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';

export interface TrainingInput {
  readonly schema: RecordSchema;
  readonly train: readonly LabelledDocument[];
  readonly validation: readonly LabelledDocument[];
  readonly recipe: Recipe;
  /** What an earlier attempt left; null begins at the beginning. */
  readonly resume: Uint8Array | null;
}

/** An event as an engine says it: the shell adds the clock. */
export type EngineEvent = RoundEvent extends infer Event ? (Event extends RoundEvent ? Omit<Event, 'at'> : never) : never;

export type EngineUpdate =
  | { readonly kind: 'event'; readonly event: EngineEvent }
  /** A point to go on from; `bytes` may only be called before training goes on. */
  | { readonly kind: 'state'; readonly step: number; readonly bytes: () => Uint8Array };

/** Name → content: what a checkpoint consists of. */
export type CheckpointFiles = ReadonlyMap<string, Uint8Array>;

export interface EngineCheckpoint {
  readonly role: CheckpointRole;
  readonly step: number;
  readonly files: CheckpointFiles;
}

export interface EngineResult {
  /** The step at which training ended: it must be the planned one. */
  readonly step: number;
  readonly checkpoints: readonly EngineCheckpoint[];
}

export type Predict = (document: PolicyDocument) => PolicyPrediction;

/**
 * What runs a round. Training gives control back between updates, so that the
 * shell can write, beat and look whether it is to stop.
 */
export interface Engine {
  readonly name: string;
  readonly train: (input: TrainingInput) => Generator<EngineUpdate, EngineResult>;
  readonly openPredictor: (files: CheckpointFiles) => Predict;
}

import type { LabelledDocument, PolicyDocument, PolicyPrediction } from '@/lib/core/policy/types';
import type { RoundEvent } from '@/lib/core/round/events';
import type { CheckpointRole } from '@/lib/core/round/manifest';
import type { EmbeddedRecipe } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';

export interface TrainingInput {
  readonly schema: RecordSchema;
  readonly train: readonly LabelledDocument[];
  readonly validation: readonly LabelledDocument[];
  readonly recipe: EmbeddedRecipe;
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

/** A record for a document, with the model's text where it writes text. */
export interface Prediction extends PolicyPrediction {
  readonly completion?: string;
}

/** An opened checkpoint. */
export interface Predictor {
  /** How many documents to hand over at a time. */
  readonly batchSize: number;
  /**
   * Records in the order in which they are done.
   * @param pause called while it waits; may throw to stop.
   */
  readonly predict: (
    documents: readonly PolicyDocument[],
    pause: () => Promise<void>,
  ) => AsyncGenerator<{ readonly id: string; readonly prediction: Prediction }>;
}

/**
 * What runs a round in this process. Training gives control back between updates, so that the
 * shell can write, beat and look whether it is to stop.
 */
export interface Engine {
  readonly name: string;
  readonly train: (input: TrainingInput) => Generator<EngineUpdate, EngineResult>;
  readonly openPredictor: (files: CheckpointFiles) => Predict;
}

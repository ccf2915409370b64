import type { JsonObject } from '../../record/json';
import type { StepMetrics } from '../../round/events';
import type { PolicyModel } from '../model/policy-model';
import type { TrainingState } from './state';
import type { ValidationUpdate } from './validation-update';

/** What training says on its way. Work between two updates is at most some 100 ms. */
export type TrainingUpdate =
  | {
      readonly kind: 'progress';
      readonly phase: 'preparing' | 'warm-start' | 'training';
      /** Documents prepared, warm-start steps or GRPO steps done. */
      readonly step: number;
      readonly plannedSteps: number;
    }
  | { readonly kind: 'metrics'; readonly step: number; readonly metrics: StepMetrics }
  | ValidationUpdate
  | {
      readonly kind: 'rollout';
      readonly step: number;
      readonly documentId: string;
      readonly record: JsonObject;
      /** r_format + r_matching, 0–2. */
      readonly reward: number;
      readonly advantage: number;
    }
  | {
      readonly kind: 'warning';
      readonly step: number;
      readonly code: 'field-collapsed' | 'unscorable-document' | 'list-in-list' | 'no-validation';
      /** Names fields and documents, never values. */
      readonly message: string;
    }
  /** A point to go on from. It aliases the running training: serialise it before going on. */
  | { readonly kind: 'state'; readonly state: TrainingState };

export interface TrainingResult {
  /** The best on validation, the warm start among them. */
  readonly best: PolicyModel;
  readonly warmStart: PolicyModel;
  /** What the labels alone reach: RL gets no credit for it. */
  readonly warmStartAll: PolicyModel;
  /** GRPO step of `best`; 0 is the warm start. */
  readonly bestStep: number;
  /** GRPO steps done. */
  readonly steps: number;
  readonly history: readonly ValidationUpdate[];
}

import type { SuggestingModel } from '../annotation/suggesting-model';

/** Who suggests labels in a project, as its settings tell it. */
export interface SuggesterView {
  /** Null where nobody does yet. */
  readonly model: SuggestingModel | null;
  /** Of a pre-label model alone. */
  readonly trainedAt: string | null;
  /** F1 of a pre-label model on the validation split, 0–1, with its 95 % interval; null without gold there. */
  readonly figure: { readonly f1: number; readonly low: number; readonly high: number; readonly documents: number } | null;
  /** Labels until the next pre-label model is trained; null where the project wants none. */
  readonly labelsToGo: number | null;
}

/** A checkpoint of a round, or one of the project's own pre-label models; numbers are never given twice in a project. */
type SuggestingKind = 'checkpoint' | 'pre-labels';

/** `checkpoint-3`, `pre-labels-5`: which model of the project it was. */
export type ModelName = `${SuggestingKind}-${number}`;

/** The model behind suggestions, as people are told of it. */
export interface SuggestingModel {
  readonly kind: SuggestingKind;
  readonly number: number;
  /** The checkpoint's name; null for a pre-label model, which has none. */
  readonly title: string | null;
  /** Labelled documents that it learnt from; null where nobody knows. */
  readonly labels: number | null;
}

export const modelNameOf = ({ kind, number }: Pick<SuggestingModel, 'kind' | 'number'>): ModelName => `${kind}-${number}`;

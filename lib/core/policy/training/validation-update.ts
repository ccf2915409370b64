/** What a policy scores on the validation documents, as it would be stored. */
export interface ValidationUpdate {
  readonly kind: 'validation';
  /** `warm-start-all`: a policy of its own, warm-started on all documents, no RL. */
  readonly name: 'warm-start' | 'warm-start-all' | 'training';
  readonly step: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

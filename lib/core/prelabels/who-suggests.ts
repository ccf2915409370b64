/** The models that a project has to suggest labels, and what is known of them. */
export interface Suggesters {
  readonly promotedCheckpointId: string | null;
  /** The newest pre-label model; null where there is none or the project wants none. */
  readonly preLabelModel: {
    readonly id: string;
    /** The checkpoint that it scores clearly better than on validation. */
    readonly beatsCheckpointId: string | null;
  } | null;
}

export type Suggester =
  | { readonly kind: 'checkpoint'; readonly id: string }
  | { readonly kind: 'pre-labels'; readonly id: string };

/**
 * Who suggests, best first: the promoted checkpoint, because somebody decided
 * so, unless newer labels made the pre-label model clearly better than just
 * that checkpoint; without a promoted one the pre-label model.
 */
export function whoSuggests({ promotedCheckpointId, preLabelModel }: Suggesters): readonly Suggester[] {
  const checkpoint: Suggester[] = promotedCheckpointId === null ? [] : [{ kind: 'checkpoint', id: promotedCheckpointId }];
  if (!preLabelModel) return checkpoint;
  const own: Suggester = { kind: 'pre-labels', id: preLabelModel.id };
  const isBetter = promotedCheckpointId !== null && preLabelModel.beatsCheckpointId === promotedCheckpointId;
  return isBetter ? [own, ...checkpoint] : [...checkpoint, own];
}

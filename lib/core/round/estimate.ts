import type { EmbeddedRecipe } from './recipe';

/** GRPO steps that the recipe plans over so many documents. */
export function plannedStepsOf(recipe: EmbeddedRecipe, documents: number): number {
  return recipe.epochs * Math.ceil(documents / recipe.documentsPerStep);
}

/** Measured on 2 cores: candidates and features of a document once, one document in one GRPO step, one prediction. */
const secondsPerDocumentRead = 0.02;
const secondsPerDocumentStep = 0.003;
const secondsPerPrediction = 0.02;

export interface RoundSize {
  readonly seed: number;
  readonly validation: number;
  readonly test: number;
}

/**
 * Rough time of a round on the embedded engine, in seconds.
 * @param secondsPerStep of an earlier round of this project, where there is one.
 */
export function estimateSeconds(recipe: EmbeddedRecipe, size: RoundSize, secondsPerStep: number | null): number {
  const steps = plannedStepsOf(recipe, size.seed);
  const perStep = secondsPerStep ?? recipe.documentsPerStep * (recipe.groupSize / 8) * secondsPerDocumentStep;
  const read = (size.seed + size.validation) * secondsPerDocumentRead;
  const predict = 3 * (size.validation + size.test) * secondsPerPrediction;
  return Math.max(1, read + steps * perStep + predict);
}

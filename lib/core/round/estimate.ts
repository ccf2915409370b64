import type { Recipe } from './recipe';

/** GRPO steps that the recipe plans over so many documents. */
export function plannedStepsOf(recipe: Recipe, documents: number): number {
  const steps = recipe.epochs * Math.ceil(documents / recipe.documentsPerStep);
  return recipe.engine === 'embedded' ? steps : Math.min(steps, recipe.maxSteps ?? steps);
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
 * Rough time of a round in seconds; null where nothing was measured to go by.
 * @param secondsPerStep of an earlier round of this project on the same engine, where there is one.
 */
export function estimateSeconds(recipe: Recipe, size: RoundSize, secondsPerStep: number | null): number | null {
  const steps = plannedStepsOf(recipe, size.seed);
  if (recipe.engine !== 'embedded') return secondsPerStep === null ? null : steps * secondsPerStep;
  const perStep = secondsPerStep ?? recipe.documentsPerStep * (recipe.groupSize / 8) * secondsPerDocumentStep;
  const read = (size.seed + size.validation) * secondsPerDocumentRead;
  const predict = 3 * (size.validation + size.test) * secondsPerPrediction;
  return Math.max(1, read + steps * perStep + predict);
}

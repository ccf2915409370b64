import { z } from 'zod';
import { type RayRecipe, rayRecipeSchema, standardWorkers, type TrlRecipe, trlRecipeSchema } from './trl-recipe';
import { type PresetName, trlPresets } from './trl-presets';

/** What a round on the embedded engine is told to do; stored with the round. */
export const embeddedRecipeSchema = z.object({
  engine: z.literal('embedded'),
  /** Labelled documents for the supervised warm start before GRPO. */
  warmStartDocuments: z.number().int().min(1).max(10_000).default(10),
  warmStartEpochs: z.number().int().min(1).max(50).default(2),
  warmStartLearningRate: z.number().positive().max(1).default(0.1),
  /** Passes of GRPO over the training documents. */
  epochs: z.number().int().min(0).max(200).default(20),
  learningRate: z.number().positive().max(1).default(0.05),
  /** Completions a document: the group of GRPO (paper: G = 8). */
  groupSize: z.number().int().min(2).max(64).default(8),
  /** Clip-higher (DAPO): the ratio stays in [1 − low, 1 + high]. */
  clipLow: z.number().positive().max(1).default(0.2),
  clipHigh: z.number().positive().max(2).default(0.28),
  /** Weight of the exact KL to the warm-started policy. */
  klCoefficient: z.number().min(0).max(1).default(0.005),
  innerSteps: z.number().int().min(1).max(8).default(2),
  documentsPerStep: z.number().int().min(1).max(1000).default(10),
  /** Precision against recall in the reward (`spec/scoring`, Eq. 5). */
  alpha: z.number().min(0).max(1).default(0.5),
  seed: z.number().int().default(1),
});
export type EmbeddedRecipe = Readonly<z.infer<typeof embeddedRecipeSchema>>;

/** One member for each engine. */
export const recipeSchema = z.discriminatedUnion('engine', [embeddedRecipeSchema, trlRecipeSchema, rayRecipeSchema]);
export type Recipe = Readonly<z.infer<typeof recipeSchema>>;
/** As people and programs may give it: a preset or defaults fill in the rest. */
export type RecipeInput = z.input<typeof recipeSchema>;
export type EngineName = Recipe['engine'];

/** Labelled documents that the recipe's first warm start sees, of so many; null where it has none. */
export function warmStartLabels(recipe: Recipe, labels: number): number | null {
  const first = recipe.engine === 'embedded' ? recipe.warmStartDocuments : (recipe.warmStart && (recipe.warmStart.documents ?? labels));
  return first === null ? null : Math.min(first, labels);
}

/** A recipe of the trainer in Python. */
export type OutsideRecipe = TrlRecipe | RayRecipe;

/** Runs in a process of its own, on a worker with a GPU or on a Ray cluster. */
export const isOutside = (recipe: Recipe): recipe is OutsideRecipe => recipe.engine !== 'embedded';

/** What a preset says, for one engine of the trainer. */
export function recipeOfPreset(engine: OutsideRecipe['engine'], preset: PresetName): OutsideRecipe {
  const { knobs } = trlPresets[preset];
  return engine === 'ray' ? { engine, preset, workers: standardWorkers(preset), ...knobs } : { engine, preset, ...knobs };
}

import { z } from 'zod';
import { type TrlKnobs, trlKnobsSchema } from './trl-knobs';
import { type PresetName, presetNames, trlPresets } from './trl-presets';

/** A recipe of the trainer, on one machine or on a Ray cluster: a preset fills in what is not given. */
interface Given extends Partial<Record<keyof TrlKnobs, unknown>> {
  readonly preset: PresetName;
}

const said = (given: object): object => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
/** An adapter is small: it is each process's own. */
const ofTuning = (given: Given): object => (given.tuning === 'lora' ? { sharding: 'none' } : {});
const filledIn = (given: Given): TrlKnobs => ({ ...trlPresets[given.preset].knobs, ...ofTuning(given), ...said(given) });
const canShard = ({ sharding, tuning }: TrlKnobs): boolean => sharding === 'none' || tuning === 'full';
const cannotShard = 'fsdp is for tuning full: an adapter is each process\'s own';

const divides = (recipe: TrlKnobs, workers: number): boolean =>
  ((recipe.documentsPerStep * recipe.groupSize) / workers) % recipe.microBatch === 0;
/**
 * What a round on the TRL trainer is told to do; the whole, with what its
 * preset fills in, is stored with the round.
 */
export const trlRecipeSchema = z
  .strictObject({ engine: z.literal('trl'), preset: z.enum(presetNames), ...trlKnobsSchema.partial().shape })
  .transform((given): TrlRecipe => ({ ...filledIn(given), engine: given.engine, preset: given.preset }))
  .refine((recipe) => divides(recipe, 1), { message: 'the micro batch must divide documents a step × group size', path: ['microBatch'] })
  .refine(canShard, { message: cannotShard, path: ['sharding'] });
export interface TrlRecipe extends TrlKnobs {
  readonly engine: 'trl';
  readonly preset: PresetName;
}

/** The same trainer in several workers of Ray Train, which share the documents of each step. */
export const rayRecipeSchema = z
  .strictObject({
    engine: z.literal('ray'),
    preset: z.enum(presetNames),
    workers: z.number().int().min(1).max(1024).optional(),
    ...trlKnobsSchema.partial().shape,
  })
  .transform((given): RayRecipe => ({
    ...filledIn(given),
    engine: given.engine,
    preset: given.preset,
    workers: given.workers ?? standardWorkers(given.preset),
  }))
  .refine(({ documentsPerStep, workers }) => documentsPerStep % workers === 0, {
    message: 'documents a step must be a multiple of the workers',
    path: ['workers'],
  })
  .refine((recipe) => divides(recipe, recipe.workers), {
    message: 'the micro batch must divide what each worker has to do in a step',
    path: ['microBatch'],
  })
  .refine(({ zeroVariance, workers }) => workers === 1 || zeroVariance !== 'resample', {
    message: 'sampling again works with one worker; leave flat groups out instead',
    path: ['zeroVariance'],
  })
  .refine(canShard, { message: cannotShard, path: ['sharding'] });
export interface RayRecipe extends TrlKnobs {
  readonly engine: 'ray';
  readonly preset: PresetName;
  readonly workers: number;
}

/** One worker for each GPU that a preset is meant for. */
export const standardWorkers = (preset: PresetName): number => Math.max(1, trlPresets[preset].least.cards);

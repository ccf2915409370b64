import { z } from 'zod';
import { type TrlKnobs, trlKnobsSchema } from './trl-knobs';
import { type PresetName, presetNames, trlPresets } from './trl-presets';

/**
 * What a round on the TRL trainer is told to do: a preset fills in what is not
 * given, and the whole is stored with the round.
 */
export const trlRecipeSchema = z
  .strictObject({ engine: z.literal('trl'), preset: z.enum(presetNames), ...trlKnobsSchema.partial().shape })
  .transform(({ engine, preset, ...given }): TrlRecipe => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<TrlKnobs>;
    return { engine, preset, ...trlPresets[preset].knobs, ...said };
  })
  .refine((recipe) => (recipe.documentsPerStep * recipe.groupSize) % recipe.microBatch === 0, {
    message: 'the micro batch must divide documents a step × group size',
    path: ['microBatch'],
  });
export interface TrlRecipe extends TrlKnobs {
  readonly engine: 'trl';
  readonly preset: PresetName;
}

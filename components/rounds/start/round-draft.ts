import type { Json } from '@/lib/core/record/json';
import { canonicalJson } from '@/lib/core/round/canonical-json';
import { type OutsideRecipe, type Recipe, recipeOfPreset } from '@/lib/core/round/recipe';
import { noInputs, type RoundInputs } from '@/lib/core/round/round-inputs';
import type { TrlKnobs } from '@/lib/core/round/trl-knobs';
import type { RoundView } from '../round-view';

/** A round as it is put together in the Start sheet. */
export interface RoundDraft {
  readonly recipe: Recipe;
  readonly budgetGpuHours: number | null;
  readonly parentCheckpointId: string | null;
  readonly inputs: RoundInputs;
}

export const emptyDraft = (recipe: Recipe): RoundDraft => ({ recipe, budgetGpuHours: null, parentCheckpointId: null, inputs: noInputs });

/** A round that was, to be repeated: with all that it was given. */
export const draftOf = ({ recipe, budgetGpuHours, parent, inputs }: RoundView): RoundDraft => {
  const { passRatesFrom: _found, ...given } = inputs;
  return { recipe, budgetGpuHours, parentCheckpointId: parent?.id ?? null, inputs: given };
};

/** What the preset has for a knob. */
export const presetValue = <Key extends keyof TrlKnobs>(recipe: OutsideRecipe, key: Key): TrlKnobs[Key] => recipeOfPreset(recipe.engine, recipe.preset)[key];

/** Whether a knob stands otherwise than its preset has it. */
export const isChanged = (recipe: OutsideRecipe, key: keyof TrlKnobs): boolean =>
  canonicalJson(recipe[key] as Json) !== canonicalJson(presetValue(recipe, key) as Json);

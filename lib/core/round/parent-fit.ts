import type { FieldSchema, RecordSchema } from '../schema/types';
import type { CheckpointManifest } from './manifest';
import { isOutside, type Recipe } from './recipe';

/** What decides whether a checkpoint can be started from. */
export interface ParentCandidate {
  readonly number: number;
  readonly engine: string;
  /** Of the recipe that made it, `tuning` being what it is: an adapter or whole weights; null for the embedded engine. */
  readonly made: { readonly model: string; readonly tuning: 'full' | 'lora'; readonly loraRank: number } | null;
  /** See `topLevelMisfit`. */
  readonly schemaMisfit: string | null;
  /** Why its files cannot be used; null where nothing is known against them. */
  readonly problem: string | null;
}

/** What a manifest says of the model. */
export function madeOf({ recipe }: Pick<CheckpointManifest, 'recipe'>): ParentCandidate['made'] {
  return isOutside(recipe) ? { model: recipe.model, tuning: recipe.tuning, loraRank: recipe.loraRank } : null;
}

const kinds: Readonly<Record<FieldSchema['type'], string>> = {
  object: 'a group', array: 'a list', string: 'a value', number: 'a value', integer: 'a value', boolean: 'a value',
};

/**
 * Why a model that learnt one schema cannot go on under another: a top-level key
 * became another kind of thing, or none is left. Keys that were added or removed
 * are learnt anew or no longer asked for.
 */
export function topLevelMisfit(learnt: RecordSchema, now: RecordSchema): string | null {
  const common = Object.keys(now.properties).filter((key) => Object.hasOwn(learnt.properties, key));
  if (common.length === 0) return 'none of the top-level keys that it learnt is in the schema now';
  for (const key of common) {
    const [before, after] = [learnt.properties[key], now.properties[key]];
    if (before && after && kinds[before.type] !== kinds[after.type]) return `"${key}" was ${kinds[before.type]} when it learnt it and is ${kinds[after.type]} now`;
  }
  return null;
}

/** Why a round with this recipe cannot start from the checkpoint, in words; null where it can. */
export function refuseParent(recipe: Recipe, parent: ParentCandidate): string | null {
  const { made, number, problem } = parent;
  if (!isOutside(recipe)) return 'A round of the embedded engine always starts from nothing.';
  const refuse = (why: string): string => `Checkpoint ${number} cannot be started from: ${why}.`;
  if (problem !== null) return refuse(`its files cannot be used (${problem.replace(/\.$/, '')})`);
  if (made === null) return refuse('it is of the embedded engine, the round of a vision-language model');
  if (made.model !== recipe.model) return refuse(`it was made from ${made.model}, the recipe asks for ${recipe.model}`);
  if (made.tuning === 'lora' && recipe.tuning === 'full') return refuse('it is an adapter, and the recipe tunes all weights. Set tuning to lora');
  if (made.tuning === 'lora' && made.loraRank !== recipe.loraRank) {
    return refuse(`its adapter has rank ${made.loraRank}, the recipe asks for ${recipe.loraRank}. Set the LoRA rank to ${made.loraRank}`);
  }
  return parent.schemaMisfit === null ? null : refuse(parent.schemaMisfit);
}

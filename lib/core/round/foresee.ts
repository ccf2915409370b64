import type { WorkerCapabilities } from './capabilities';
import type { OutsideRecipe } from './recipe';
import { trlPresets } from './trl-presets';

/** GiB of the largest card of a connected worker that runs the trainer; null where there is none. */
export function largestCard(workers: readonly WorkerCapabilities[]): number | null {
  const sizes = workers
    .filter(({ engines }) => engines.includes('trl'))
    .flatMap(({ cards }) => (cards ?? []).map(({ memoryGib }) => memoryGib));
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** A card that says 80 GB has about this share of it in GiB. */
const gibOfGb = 0.93;

/**
 * Whether the pre-flight on the worker may well refuse for memory: the cards that
 * are connected are smaller than those that the preset is meant for.
 */
export function foreseesMemory(recipe: OutsideRecipe, cardGib: number | null): boolean {
  const { gpuMemoryGib } = trlPresets[recipe.preset].least;
  return recipe.engine === 'trl' && cardGib !== null && cardGib < gpuMemoryGib * gibOfGb;
}

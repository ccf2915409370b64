import { z } from 'zod';
import { trlPresets } from './trl-presets';
import type { RayRecipe } from './trl-recipe';

/** What a worker says of the Ray cluster that it knows. */
export const rayClusterSchema = z.object({
  address: z.string(),
  /** Null while it does not answer. */
  version: z.string().nullable(),
  cores: z.number(),
  gpus: z.number(),
  /** What keeps rounds from running there, in words. */
  problem: z.string().nullable(),
});
export type RayClusterView = Readonly<z.infer<typeof rayClusterSchema>>;

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Why the cluster cannot run the recipe as it is; null where it can. */
export function refusalOfCluster({ preset, workers }: RayRecipe, { problem, gpus, cores }: RayClusterView): string | null {
  if (problem !== null) return problem;
  const { least, memory } = trlPresets[preset];
  if (least.cards > 0 && gpus === 0) return `the Ray cluster has no GPU at present, and the preset ${preset} needs one for each worker: ${memory}`;
  // A worker takes a GPU where there are any, else a core.
  const room = gpus > 0 ? gpus : cores;
  return workers <= room ? null : `the Ray cluster has ${count(room, gpus > 0 ? 'GPU' : 'core')} at present, and the recipe asks for ${count(workers, 'worker')}`;
}

import { z } from 'zod';
import { rayClusterSchema, refusalOfCluster } from './ray-cluster';
import type { Recipe } from './recipe';
import { trlPresets } from './trl-presets';

export const workerKinds = ['cpu', 'gpu'] as const;
export type WorkerKind = (typeof workerKinds)[number];

const cardSchema = z.object({ name: z.string(), memoryGib: z.number() });
export type Card = Readonly<z.infer<typeof cardSchema>>;

/** What a worker says of itself. */
export const capabilitiesSchema = z.object({
  engines: z.array(z.string()),
  cores: z.number().int(),
  memoryBytes: z.number(),
  cards: z.array(cardSchema).optional(),
  driver: z.string().nullable().optional(),
  /** Version of the trainer that it would run. */
  trainer: z.string().nullable().optional(),
  /** What keeps it from running rounds, in words. */
  problems: z.array(z.string()).optional(),
  /** Where it knows of a Ray cluster. */
  ray: rayClusterSchema.optional(),
});
export type WorkerCapabilities = Readonly<z.infer<typeof capabilitiesSchema>>;

/** Why a worker that says this of itself cannot run the recipe; null where it can. */
export function refusalOf(recipe: Recipe, capabilities: WorkerCapabilities): string | null {
  if (recipe.engine === 'ray') return capabilities.ray ? refusalOfCluster(recipe, capabilities.ray) : 'it knows of no Ray cluster';
  if (!capabilities.engines.includes(recipe.engine)) {
    const [problem] = capabilities.problems ?? [];
    return problem ?? `it does not run the engine ${recipe.engine}`;
  }
  if (recipe.engine === 'embedded') return null;
  const { least, memory } = trlPresets[recipe.preset];
  if (least.cards === 0 || (capabilities.cards ?? []).length > 0) return null;
  return `it has no GPU, and the preset ${recipe.preset} needs one: ${memory}`;
}

/** What is missing for a round to be taken; null where some worker that is up can. */
export function describeMissingWorker(recipe: Recipe, workers: readonly WorkerCapabilities[]): string | null {
  const refusals = workers.map((worker) => refusalOf(recipe, worker));
  if (refusals.includes(null)) return null;
  if (recipe.engine === 'embedded') return 'no worker is up; "npm start" starts one';
  if (recipe.engine === 'ray') {
    const cluster = workers.find(({ ray }) => ray !== undefined);
    if (!cluster) return 'no worker that knows of a Ray cluster is connected; set RAY_ADDRESS and RAY_RUN_DIR and run "npm run worker:gpu"';
    return refusalOf(recipe, cluster);
  }
  const gpuWorkers = workers.filter(({ engines, problems }) => engines.includes('trl') || (problems ?? []).length > 0);
  if (gpuWorkers.length === 0) return 'no GPU worker is connected; run "npm run worker:gpu" on the GPU box';
  const [reason] = gpuWorkers.flatMap((worker) => refusalOf(recipe, worker) ?? []);
  return `a GPU worker is connected, but ${reason ?? 'it cannot run this'}`;
}

import { capabilitiesSchema, describeMissingWorker, type WorkerCapabilities } from '@/lib/core/round/capabilities';
import { type EngineName, type OutsideRecipe, recipeOfPreset, recipeSchema } from '@/lib/core/round/recipe';
import { presetNames } from '@/lib/core/round/trl-presets';
import { findWorkers, presenceSilenceMs } from '../repositories/worker-presence';

export interface EngineOffer {
  readonly engine: EngineName;
  readonly name: string;
  readonly description: string;
  /** What to know before choosing it. */
  readonly note: string | null;
  /** By preset: why a round with it would wait; null where a worker that is up can run it. */
  readonly missing: Readonly<Record<string, string | null>>;
}

/** What the workers that are up say of themselves. */
export async function findCapabilities(): Promise<WorkerCapabilities[]> {
  const workers = await findWorkers(new Date(Date.now() - presenceSilenceMs));
  return workers.flatMap(({ capabilities }) => {
    const parsed = capabilitiesSchema.safeParse(capabilities);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What the Start sheet offers, and why a round would have to wait. */
export async function findEngines(): Promise<EngineOffer[]> {
  const workers = await findCapabilities();
  const embedded = describeMissingWorker(recipeSchema.parse({ engine: 'embedded' }), workers);
  const missingFor = (engine: OutsideRecipe['engine']): EngineOffer['missing'] =>
    Object.fromEntries(presetNames.map((preset) => [preset, describeMissingWorker(recipeOfPreset(engine, preset), workers)]));
  return [
    {
      engine: 'embedded',
      name: 'Embedded policy',
      description: 'A small policy over the words of the page, trained on the CPU in seconds.',
      note: embedded === null ? null : `The round waits: ${embedded}.`,
      missing: {},
    },
    {
      engine: 'trl',
      name: 'Vision-language model (TRL)',
      description: 'Qwen2.5-VL reads the page image itself; trained by GRPO on a GPU worker, for hours.',
      note: null,
      missing: missingFor('trl'),
    },
    {
      engine: 'ray',
      name: 'Vision-language model on a Ray cluster',
      description: 'The same trainer in several workers of an existing cluster, whose GPUs share each step.',
      note: null,
      missing: missingFor('ray'),
    },
  ];
}

import { z } from 'zod';
import { type OutsideRecipe, recipeOfPreset, recipeSchema } from '@/lib/core/round/recipe';
import { presetNames } from '@/lib/core/round/trl-presets';
import { estimateSeconds, plannedStepsOf } from '@/lib/core/round/estimate';
import { findEngines } from '../../rounds/engines';
import { measuredSecondsPerStep } from '../../rounds/measured-speed';
import { surveyTrainingData } from '../../rounds/training-data';
import { defineUseCase } from '../define-use-case';

const countReasons = (leftOut: readonly { readonly reason: string }[]) => {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, documents]) => ({ reason, documents })).sort((a, b) => b.documents - a.documents);
};

/** What a round started now would train on, what stands in its way, and about how long it takes. */
export const preflightRound = defineUseCase({
  name: 'preflight-round',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({ projectId: z.string(), recipe: recipeSchema.default(recipeSchema.parse({ engine: 'embedded' })) }),
  run: async (_actor, { projectId, recipe }) => {
    const speedsOf = async (engine: OutsideRecipe['engine']) =>
      Object.fromEntries(
        await Promise.all(presetNames.map(async (preset) => [preset, await measuredSecondsPerStep(projectId, recipeOfPreset(engine, preset))] as const)),
      );
    const [data, engines, secondsPerStep, trl, ray] = await Promise.all([
      surveyTrainingData(projectId),
      findEngines(),
      measuredSecondsPerStep(projectId, recipe),
      speedsOf('trl'),
      speedsOf('ray'),
    ]);
    return {
      sizes: data.sizes,
      schemaNumber: data.version.number,
      problems: data.problems,
      leftOut: {
        seed: countReasons(data.leftOut.filter(({ split }) => split === 'seed')),
        validation: countReasons(data.leftOut.filter(({ split }) => split === 'validation')),
        test: countReasons(data.leftOut.filter(({ split }) => split === 'test')),
      },
      engines,
      secondsPerStep,
      /** By engine and preset of the trainer, where a round of it has finished here. */
      presetSeconds: { trl, ray },
      plannedSteps: plannedStepsOf(recipe, data.sizes.seed),
      estimatedSeconds: estimateSeconds(recipe, data.sizes, secondsPerStep),
    };
  },
});

export type RoundPreflight = Awaited<ReturnType<typeof preflightRound>>;

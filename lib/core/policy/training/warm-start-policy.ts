import { createRandom, hashToSeed } from '../../random';
import type { EmbeddedRecipe } from '../../round/recipe';
import type { RecordSchema } from '../../schema/types';
import { createOptimizer } from '../model/adagrad';
import type { Network } from '../model/network';
import { toModel, type PolicyModel } from '../model/policy-model';
import { warmStartStep } from '../warm-start';
import type { Lesson } from './lesson';
import type { TrainingUpdate } from './updates';

/** Where Adagrad's sums begin in the warm start: the first steps shall be bold. */
const damping = 0.1;

export interface WarmStarted {
  readonly model: PolicyModel;
  readonly weights: Float32Array;
}

/** Supervised learning from scratch on the given lessons, in a seeded order. */
export function* warmStartPolicy(
  schema: RecordSchema,
  network: Network,
  lessons: readonly Lesson[],
  recipe: EmbeddedRecipe,
  done: number,
  plannedSteps: number,
): Generator<TrainingUpdate, WarmStarted> {
  const weights = new Float32Array(network.size);
  const optimizer = createOptimizer(weights, new Float32Array(network.size), damping);
  let step = done;
  for (let epoch = 0; epoch < recipe.warmStartEpochs; epoch++) {
    const random = createRandom(hashToSeed(`${recipe.seed}/warm-start/${epoch}`));
    for (const { document, targets } of random.shuffle(lessons)) {
      warmStartStep(network, optimizer, document, targets, recipe.warmStartLearningRate);
      step++;
      yield { kind: 'progress', phase: 'warm-start', step, plannedSteps };
    }
  }
  return { model: toModel(schema, network, weights), weights };
}

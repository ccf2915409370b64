import type { Random } from '../../random';
import type { JsonObject } from '../../record/json';
import type { StepMetrics } from '../../round/events';
import type { EmbeddedRecipe } from '../../round/recipe';
import { recordOf } from '../choices';
import type { Optimizer } from '../model/adagrad';
import type { Network } from '../model/network';
import type { Judge } from '../reward';
import type { PreparedDocument } from '../prepare';
import { groupAdvantages } from './advantages';
import type { DocumentReference } from './reference';
import { sampleRollouts } from './sample-rollouts';
import type { SurrogateTally } from './surrogate';
import { addDocumentGradient, type WeighedRollout } from './update';

/** r_format of a policy that cannot write anything but a record. */
export const formatReward = 1;

export interface StepDocument {
  readonly document: PreparedDocument;
  readonly trainer: Judge;
  readonly unscorable: string | null;
  readonly reference: () => DocumentReference;
}

export interface ScoredRollout {
  readonly documentId: string;
  readonly record: JsonObject;
  /** r_format + r_matching, 0–2. */
  readonly reward: number;
  readonly advantage: number;
}

export interface StepOutcome {
  readonly metrics: StepMetrics;
  /** The rollouts of the step's first document. */
  readonly rollouts: readonly ScoredRollout[];
}

export interface StepInput {
  readonly network: Network;
  readonly optimizer: Optimizer;
  readonly referenceWeights: Float32Array;
  readonly documents: readonly StepDocument[];
  readonly recipe: EmbeddedRecipe;
  readonly random: Random;
}

interface SampledDocument {
  readonly step: StepDocument;
  readonly weighed: readonly WeighedRollout[];
}

/** Running sums of a step. */
interface StepSums {
  scored: number;
  unscorable: number;
  matching: number;
  precision: number;
  recall: number;
  entropy: number;
  flat: number;
}

/**
 * One GRPO step over some documents: sample groups, score, compare within the
 * group, then `innerSteps` clipped updates. Yields after each document.
 */
export function* grpoStep(input: StepInput): Generator<undefined, StepOutcome> {
  const { documents, optimizer, recipe } = input;
  const sums: StepSums = { scored: 0, unscorable: 0, matching: 0, precision: 0, recall: 0, entropy: 0, flat: 0 };
  const sampled: SampledDocument[] = [];
  let shown: readonly ScoredRollout[] = [];
  for (const step of documents) {
    const { weighed, rollouts } = sampleDocument(input, step, sums);
    if (shown.length === 0) shown = rollouts;
    if (weighed.length > 0) sampled.push({ step, weighed });
    yield;
  }
  const tally: SurrogateTally = { choices: 0, clipped: 0, divergence: 0 };
  for (let inner = 0; inner < recipe.innerSteps; inner++) {
    for (const { step, weighed } of sampled) {
      addDocumentGradient({
        network: input.network,
        optimizer,
        document: step.document,
        reference: step.reference(),
        referenceWeights: input.referenceWeights,
        rollouts: weighed,
        settings: recipe,
        share: 1 / (weighed.length * documents.length),
        tally,
      });
      yield;
    }
    optimizer.apply(recipe.learningRate);
  }
  return { metrics: metricsOf(sums, tally, documents.length), rollouts: shown };
}

function sampleDocument(
  { network, optimizer, recipe, random }: StepInput,
  { document, trainer, unscorable }: StepDocument,
  sums: StepSums,
): { readonly weighed: readonly WeighedRollout[]; readonly rollouts: readonly ScoredRollout[] } {
  const group = sampleRollouts(network, optimizer.weights, document, recipe.groupSize, random);
  sums.entropy += group.entropy;
  const records = group.rollouts.map((rollout) => recordOf(network.plan, document, rollout));
  const verdicts = records.map((record) => (unscorable === null ? trainer(record) : null));
  const rewards = verdicts.map((verdict) => {
    if (verdict?.kind !== 'scored') {
      sums.unscorable++;
      return null;
    }
    sums.scored++;
    sums.matching += verdict.matching;
    sums.precision += verdict.precision;
    sums.recall += verdict.recall;
    return formatReward + verdict.matching;
  });
  const { advantages, isFlat } = groupAdvantages(rewards);
  if (isFlat) sums.flat++;
  const kept = rewards.flatMap((reward, r) => {
    const rollout = group.rollouts[r];
    const record = records[r];
    if (reward === null || !rollout || !record) return [];
    return [{ rollout, record, reward, advantage: advantages[r] ?? 0 }];
  });
  return {
    weighed: isFlat ? [] : kept.map(({ rollout, advantage }) => ({ rollout, advantage })),
    rollouts: kept.map(({ record, reward, advantage }) => ({ documentId: document.id, record, reward, advantage })),
  };
}

function metricsOf(sums: StepSums, tally: SurrogateTally, groups: number): StepMetrics {
  const scored = Math.max(1, sums.scored);
  const choices = Math.max(1, tally.choices);
  const rewardMatching = sums.matching / scored;
  const rewardFormat = sums.scored === 0 ? 0 : formatReward;
  return {
    reward: rewardFormat + rewardMatching,
    rewardFormat,
    rewardMatching,
    precision: sums.precision / scored,
    recall: sums.recall / scored,
    kl: tally.divergence / choices,
    entropy: sums.entropy / Math.max(1, groups),
    clipRatio: tally.clipped / choices,
    zeroVariance: sums.flat / Math.max(1, groups),
    unscorable: sums.unscorable,
  };
}

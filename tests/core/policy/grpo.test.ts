import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAdvantages } from '@/lib/core/policy/grpo/advantages';
import { referenceOn } from '@/lib/core/policy/grpo/reference';
import { sampleRollouts } from '@/lib/core/policy/grpo/sample-rollouts';
import { grpoStep, type StepDocument, type StepOutcome } from '@/lib/core/policy/grpo/step';
import { addSurrogateSlopes } from '@/lib/core/policy/grpo/surrogate';
import { createOptimizer, type Optimizer } from '@/lib/core/policy/model/adagrad';
import { createNetwork } from '@/lib/core/policy/model/network';
import { klDivergence, logSoftmax } from '@/lib/core/policy/model/softmax';
import { prepareLesson, type Lesson } from '@/lib/core/policy/training/lesson';
import { createRandom } from '@/lib/core/random';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { report, reportSchema } from './fixtures/reports';

describe('groupAdvantages', () => {
  it('is (r − mean) / std within the group', () => {
    const { advantages, isFlat } = groupAdvantages([1, 2, 3]);
    expect(isFlat).toBe(false);
    expect(advantages.map((value) => Number(value.toFixed(6)))).toEqual([-1.224745, 0, 1.224745]);
  });

  it('leaves out what could not be scored', () => {
    expect(groupAdvantages([1, null, 3]).advantages).toEqual([-1, 0, 1]);
  });

  it('is nothing where all earned the same', () => {
    expect(groupAdvantages([1.5, 1.5, null])).toEqual({ advantages: [0, 0, 0], isFlat: true });
    expect(groupAdvantages([])).toEqual({ advantages: [], isFlat: true });
  });
});

describe('addSurrogateSlopes', () => {
  const settings = { clipLow: 0.2, clipHigh: 0.28, klCoefficient: 0.3 };
  const logits = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 });

  it('is the gradient of the clipped surrogate with the exact KL', () => {
    const choice = fc.record({
      choice: fc.nat({ max: 3 }),
      oldLog: fc.double({ min: -3, max: -0.2, noNaN: true }),
      advantage: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(logits, logits, fc.array(choice, { minLength: 1, maxLength: 4 }), (z, held, choices) => {
        const reference = logSoftmax(Float64Array.from(held));
        const loss = (at: readonly number[]): number => {
          const logs = logSoftmax(Float64Array.from(at));
          const surrogate = choices.reduce((sum, { choice: c, oldLog, advantage }) => {
            const ratio = Math.exp((logs[c] ?? 0) - oldLog);
            const clipped = Math.min(Math.max(ratio, 1 - settings.clipLow), 1 + settings.clipHigh);
            return sum - Math.min(ratio * advantage, clipped * advantage);
          }, 0);
          return surrogate + settings.klCoefficient * klDivergence(logs, reference) * choices.length;
        };
        const slopes = new Float64Array(4);
        const tally = { choices: 0, clipped: 0, divergence: 0 };
        addSurrogateSlopes(logSoftmax(Float64Array.from(z)), reference, choices, settings, 1, slopes, tally);
        const step = 1e-5;
        const atKink = choices.some(({ choice: c, oldLog }) => {
          const ratio = Math.exp((logSoftmax(Float64Array.from(z))[c] ?? 0) - oldLog);
          return Math.abs(ratio - 0.8) < 1e-3 || Math.abs(ratio - 1.28) < 1e-3;
        });
        fc.pre(!atKink);
        z.forEach((_, i) => {
          const moved = (by: number): readonly number[] => z.map((value, k) => (k === i ? value + by : value));
          expect(slopes[i]).toBeCloseTo((loss(moved(step)) - loss(moved(-step))) / (2 * step), 4);
        });
      }),
      { numRuns: 60 },
    );
  });
});

const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', groupSize: 6 });
const network = createNetwork(reportSchema);
const freshOptimizer = (): Optimizer => createOptimizer(new Float32Array(network.size), new Float32Array(network.size), 0.1);

function asStep(lesson: Lesson, change: Partial<StepDocument> = {}): StepDocument {
  const { document, trainer, unscorable } = lesson;
  const reference = () => referenceOn(network, new Float32Array(network.size), document);
  return { document, trainer, unscorable, reference, ...change };
}

function runStep(optimizer: Optimizer, documents: readonly StepDocument[]): StepOutcome {
  const referenceWeights = new Float32Array(network.size);
  const steps = grpoStep({ network, optimizer, referenceWeights, documents, recipe, random: createRandom(5) });
  let turn = steps.next();
  while (!turn.done) turn = steps.next();
  return turn.value;
}

describe('sampleRollouts', () => {
  it('keeps the probability that each choice had when it was made', () => {
    const { document } = prepareLesson(reportSchema, network, report(1), recipe);
    const { rollouts } = sampleRollouts(network, new Float32Array(network.size), document, 4, createRandom(1));
    expect(rollouts).toHaveLength(4);
    for (const rollout of rollouts) {
      // A policy without weights gives every candidate the same.
      expect(rollout.scalarLogs[0]).toBeCloseTo(-Math.log(document.candidates.length), 6);
      expect(rollout.tagLogs[0]?.[0]).toBeCloseTo(-Math.log(7), 6);
    }
  });

  it('never samples a text that the type of the leaf cannot hold', () => {
    const { document } = prepareLesson(reportSchema, network, report(1), recipe);
    const { rollouts } = sampleRollouts(network, new Float32Array(network.size), document, 64, createRandom(2));
    for (const { scalars } of rollouts) {
      expect(document.candidates[scalars[2] ?? 0]?.text).toMatch(/^\D*\d+%?$|^$/u);
    }
  });
});

describe('grpoStep', () => {
  it('reports the reward with its format term, which is constant', () => {
    const { metrics, rollouts } = runStep(freshOptimizer(), [asStep(prepareLesson(reportSchema, network, report(1), recipe))]);
    expect(metrics.rewardFormat).toBe(1);
    expect(metrics.reward).toBeCloseTo(1 + metrics.rewardMatching);
    expect(rollouts).toHaveLength(6);
    expect(rollouts.reduce((sum, { advantage }) => sum + advantage, 0)).toBeCloseTo(0);
  });

  it('learns nothing from a group without variance, and counts it', () => {
    const optimizer = freshOptimizer();
    const lesson = prepareLesson(reportSchema, network, report(1), recipe);
    const flat = { kind: 'scored', matched: 1, predicted: 1, gold: 1, precision: 1, recall: 1, f1: 1, matching: 1 } as const;
    const { metrics } = runStep(optimizer, [asStep(lesson, { trainer: () => flat })]);
    expect(metrics.zeroVariance).toBe(1);
    expect(optimizer.weights.every((weight) => weight === 0)).toBe(true);
  });

  it('takes rollouts that cannot be scored out of the batch, and counts them', () => {
    const optimizer = freshOptimizer();
    const lesson = prepareLesson(reportSchema, network, { ...report(1), gold: { results: 'no list' } }, recipe);
    const { metrics, rollouts } = runStep(optimizer, [asStep(lesson)]);
    expect(metrics).toMatchObject({ unscorable: 6, reward: 0 });
    expect(rollouts).toEqual([]);
    expect(optimizer.weights.every((weight) => weight === 0)).toBe(true);
  });
});

import { describe, expect, it, vi } from 'vitest';
import {
  deserialiseTrainingState,
  plannedGrpoSteps,
  predictRecord,
  serialisePolicy,
  serialiseTrainingState,
  trainPolicy,
  type PolicyModel,
  type TrainingInput,
  type TrainingResult,
  type TrainingUpdate,
} from '@/lib/core/policy';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { scoreRecord } from '@/lib/core/scoring/score-record';
import { printedPage } from './fixtures/pages';
import { reports, reportSchema } from './fixtures/reports';

// Whole rounds, several of them: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const recipe = embeddedRecipeSchema.parse({
  engine: 'embedded',
  warmStartDocuments: 1,
  epochs: 3,
  documentsPerStep: 5,
  seed: 7,
});
const input: TrainingInput = {
  schema: reportSchema,
  train: reports(0, 15),
  validation: reports(100, 5),
  recipe,
};

interface Run {
  readonly updates: readonly TrainingUpdate[];
  readonly result: TrainingResult;
  /** Serialised states by step. */
  readonly states: ReadonlyMap<number, Uint8Array>;
}

function run(order: TrainingInput): Run {
  const updates: TrainingUpdate[] = [];
  const states = new Map<number, Uint8Array>();
  const training = trainPolicy(order);
  let turn = training.next();
  while (!turn.done) {
    const update = turn.value;
    if (update.kind === 'state') states.set(update.state.step, serialiseTrainingState(update.state));
    else updates.push(update);
    turn = training.next();
  }
  return { updates, result: turn.value, states };
}

/** Byte for byte; matchers walk arrays of a million numbers too slowly. */
const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
const isSameModel = (a: PolicyModel, b: PolicyModel): boolean => isSame(serialisePolicy(a), serialisePolicy(b));
const figuresOf = ({ bestStep, steps, history }: TrainingResult) => ({ bestStep, steps, history });

const whole = run(input);
const ofKind = <Kind extends TrainingUpdate['kind']>(updates: readonly TrainingUpdate[], kind: Kind) =>
  updates.filter((update): update is Extract<TrainingUpdate, { kind: Kind }> => update.kind === kind);

function f1(model: TrainingResult['best']): number {
  const scores = reports(200, 15).map((document) =>
    scoreRecord({ gold: document.gold, prediction: predictRecord(model, document).record, schema: reportSchema }),
  );
  return scores.reduce((sum, score) => sum + (score.kind === 'scored' ? score.f1 : 0), 0) / scores.length;
}

describe('trainPolicy', () => {
  it('improves on its warm start, on documents that it never saw', () => {
    expect(f1(whole.result.best)).toBeGreaterThan(f1(whole.result.warmStart) + 0.01);
    expect(f1(whole.result.best)).toBeGreaterThan(0.9);
  });

  it('raises the mean reward of its rollouts', () => {
    const rewards = ofKind(whole.updates, 'metrics').map(({ metrics }) => metrics.reward);
    expect(rewards.at(-1)).toBeGreaterThan((rewards[0] ?? 2) + 0.05);
  });

  it('takes the planned steps and says so', () => {
    expect(whole.result.steps).toBe(plannedGrpoSteps(recipe, input.train.length));
    expect(ofKind(whole.updates, 'progress').at(-1)).toMatchObject({ phase: 'training', step: 9, plannedSteps: 9 });
  });

  it('states what the labels alone reach, before any reinforcement', () => {
    const names = ofKind(whole.updates, 'validation').map(({ name, step }) => `${name}@${step}`);
    expect(names).toEqual(['warm-start@0', 'warm-start-all@0', 'training@3', 'training@6', 'training@9']);
    expect(whole.result.history).toHaveLength(5);
  });

  it('keeps the best on validation, the warm start among them', () => {
    const { history, bestStep } = whole.result;
    const own = history.filter(({ name }) => name !== 'warm-start-all');
    const best = Math.max(...own.map((update) => update.f1));
    expect(own.find(({ step }) => step === bestStep)?.f1).toBe(best);
    expect(own.find((update) => update.f1 === best)?.step).toBe(bestStep);
  });

  it('shows whole groups of rollouts whose advantages add up to nothing', () => {
    const rollouts = ofKind(whole.updates, 'rollout');
    const first = rollouts.filter(({ step }) => step === 1);
    expect(first).toHaveLength(recipe.groupSize);
    expect(new Set(first.map(({ documentId }) => documentId)).size).toBe(1);
    expect(first.reduce((sum, { advantage }) => sum + advantage, 0)).toBeCloseTo(0);
  });

  it('is the same for the same seed and another for another', () => {
    const again = run(input);
    expect(again.updates).toEqual(whole.updates);
    expect(isSameModel(again.result.best, whole.result.best)).toBe(true);
    const other = run({ ...input, recipe: { ...recipe, seed: 8 } });
    expect(isSameModel(other.result.best, whole.result.best)).toBe(false);
  });

  it.each([0, 4, 9])('goes on from the state of step %i as if nothing had happened', (step) => {
    const bytes = whole.states.get(step);
    if (!bytes) throw new Error(`no state was offered at step ${step}`);
    const resumed = run({ ...input, resume: deserialiseTrainingState(reportSchema, bytes) });
    expect(isSameModel(resumed.result.best, whole.result.best)).toBe(true);
    expect(isSameModel(resumed.result.warmStart, whole.result.warmStart)).toBe(true);
    expect(isSameModel(resumed.result.warmStartAll, whole.result.warmStartAll)).toBe(true);
    expect(figuresOf(resumed.result)).toEqual(figuresOf(whole.result));
    const later = (updates: readonly TrainingUpdate[]) => ofKind(updates, 'metrics').filter((update) => update.step > step);
    expect(ofKind(resumed.updates, 'metrics')).toEqual(later(whole.updates));
    if (step < 9) expect(isSame(resumed.states.get(9), whole.states.get(9))).toBe(true);
  });

  it('gives control back after each document', () => {
    const paused = ofKind(whole.updates, 'progress').length;
    expect(paused).toBeGreaterThan(input.train.length * (1 + recipe.epochs));
  });

  it('warns of gold that cannot be scored, and trains on the rest', () => {
    const broken = { ...reports(50, 1)[0], id: 'broken', gold: { results: 'none' } };
    const { updates, result } = run({
      ...input,
      train: [...input.train, broken as (typeof input.train)[number]],
      recipe: { ...recipe, epochs: 1 },
    });
    const warnings = ofKind(updates, 'warning').filter(({ code }) => code === 'unscorable-document');
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('broken')]);
    expect(ofKind(updates, 'metrics').reduce((sum, { metrics }) => sum + metrics.unscorable, 0)).toBe(recipe.groupSize);
    expect(result.steps).toBe(4);
  });

  it('warns where nothing validates and of lists that it cannot read', () => {
    const text = { type: 'string' } as const;
    const { updates } = run({
      schema: {
        type: 'object',
        properties: { name: text, visits: { type: 'array', items: { type: 'array', items: text } } },
      },
      train: input.train.slice(0, 2).map(({ gold, ...document }) => ({ ...document, gold: { name: gold.name ?? null } })),
      validation: [],
      recipe: { ...recipe, epochs: 1 },
    });
    expect(ofKind(updates, 'warning').map(({ code }) => code)).toEqual(['list-in-list', 'no-validation']);
  });

  it('takes pages without words', () => {
    const blank = { id: 'blank', pages: [printedPage([])], gold: {} };
    const { result } = run({ ...input, train: [blank, ...input.train.slice(0, 4)], recipe: { ...recipe, epochs: 1 } });
    expect(predictRecord(result.best, blank)).toEqual({ record: { results: [] }, evidence: {}, confidence: {} });
  });

  it('refuses to train on nothing', () => {
    expect(() => trainPolicy({ ...input, train: [] }).next()).toThrow(RangeError);
  });
});

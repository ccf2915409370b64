import { trainPolicy, type LabelledDocument, type TrainingResult } from '@/lib/core/policy';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';

export interface Round {
  readonly result: TrainingResult;
  /** Reading, warm starts, GRPO and validation together, by the clock. */
  readonly seconds: number;
  /** The same as processor time, which neighbours on the machine do not stretch. */
  readonly cpuSeconds: number;
  /** Mean r_matching of the rollouts of the first and of the last pass. */
  readonly firstReward: number;
  readonly lastReward: number;
}

interface RoundOrder {
  readonly schema: RecordSchema;
  /** In the order of their picking. */
  readonly picked: readonly LabelledDocument[];
  readonly recipe: Readonly<Record<string, number>>;
  /** Train on every pick and choose nothing: for warm starts alone. */
  readonly trainOnAll?: boolean;
}

/** Every n-th picked document is validation: the test documents choose nothing. */
const validationEvery = 7;

/** A whole round as the worker runs it. */
export function runRound({ schema, picked, recipe, trainOnAll = false }: RoundOrder): Round {
  const isHeld = (_: unknown, i: number): boolean =>
    !trainOnAll && i % validationEvery === validationEvery - 1;
  const started = performance.now();
  const cpu = process.cpuUsage();
  const train = picked.filter((document, i) => !isHeld(document, i));
  const training = trainPolicy({
    schema,
    train,
    validation: picked.filter(isHeld),
    recipe: embeddedRecipeSchema.parse({ engine: 'embedded', ...recipe }),
  });
  const rewards: number[] = [];
  let turn = training.next();
  while (!turn.done) {
    if (turn.value.kind === 'metrics') rewards.push(turn.value.metrics.rewardMatching);
    turn = training.next();
  }
  const perPass = Math.max(1, Math.ceil(train.length / 10));
  return {
    result: turn.value,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: cpuSecondsSince(cpu),
    firstReward: mean(rewards.slice(0, perPass)),
    lastReward: mean(rewards.slice(-perPass)),
  };
}

export function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

import type { TrlKnobs } from '@/lib/core/round/trl-knobs';

type KeysOf<Value> = { [Key in keyof TrlKnobs]-?: TrlKnobs[Key] extends Value ? Key : never }[keyof TrlKnobs];

/** A knob that is a number, or no number at all where it may be `null`. */
interface NumberKnob {
  readonly kind: 'number';
  readonly key: KeysOf<number | null>;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly canBeEmpty?: boolean;
}
interface SwitchKnob {
  readonly kind: 'switch';
  readonly key: KeysOf<boolean>;
}
interface ChoiceKnob {
  readonly kind: 'choice';
  readonly key: KeysOf<string>;
  readonly options: readonly string[];
}
interface TextKnob {
  readonly kind: 'text';
  readonly key: 'model';
}
export type TrlKnob = NumberKnob | SwitchKnob | ChoiceKnob | TextKnob;

const number = (key: NumberKnob['key'], min: number, max: number, step: number, canBeEmpty = false): TrlKnob => ({
  kind: 'number', key, min, max, step, canBeEmpty,
});
const choice = (key: ChoiceKnob['key'], ...options: readonly string[]): TrlKnob => ({ kind: 'choice', key, options });

/** Their names and what they do are `rounds.trlKnobs` in the message files; the first are shown at once. */
export const commonTrlKnobs: readonly TrlKnob[] = [
  number('epochs', 1, 1000, 1),
  number('maxSteps', 1, 1_000_000, 1, true),
  number('groupSize', 2, 64, 1),
  number('learningRate', 1e-8, 1, 1e-6),
  number('maxCompletionTokens', 8, 32_768, 64),
  number('seed', 0, 1_000_000, 1),
];

export const furtherTrlKnobs: readonly TrlKnob[] = [
  { kind: 'text', key: 'model' },
  choice('tuning', 'full', 'lora'),
  number('loraRank', 1, 512, 1),
  number('loraAlpha', 1, 1024, 1),
  choice('precision', 'bf16', 'fp32'),
  { kind: 'switch', key: 'think' },
  { kind: 'switch', key: 'gradientCheckpointing' },
  number('documentsPerStep', 1, 1024, 1),
  number('microBatch', 1, 1024, 1),
  number('innerSteps', 1, 8, 1),
  choice('schedule', 'linear', 'constant'),
  number('klCoefficient', 0, 1, 0.01),
  number('clipLow', 0.01, 1, 0.01),
  number('clipHigh', 0.01, 2, 0.01),
  choice('loss', 'token', 'sequence', 'dr-grpo', 'gspo'),
  number('temperature', 0.05, 2, 0.05),
  number('topP', 0.05, 1, 0.05),
  number('alpha', 0, 1, 0.05),
  number('minPixels', 1, 100_000_000, 1024),
  number('maxPixels', 1, 100_000_000, 1024),
  choice('keys', 'sampled', 'all'),
  choice('generation', 'transformers', 'vllm', 'vllm-server'),
  choice('sharding', 'none', 'fsdp'),
  choice('zeroVariance', 'keep', 'drop', 'resample', 'replay'),
  choice('overlong', 'keep', 'mask'),
  choice('templates', 'one', 'varied'),
  choice('fieldWeights', 'equal', 'live-f1'),
  number('evidenceWeight', 0, 1, 0.05),
  number('saveEverySteps', 1, 10_000, 1),
  number('checkpointEverySteps', 1, 10_000, 1, true),
  number('validateEverySteps', 1, 10_000, 1, true),
];

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

/** Parts of the recipe that may be left out, each a few numbers. */
export type StageKey = 'warmStart' | 'distillation' | 'preferences' | 'skipByPassRate' | 'curriculum';
export type StageFieldName = 'epochs' | 'learningRate' | 'documents' | 'beta' | 'solved' | 'hopeless' | 'seen' | 'startShare' | 'fullAt';
export interface StageField {
  readonly name: StageFieldName;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly canBeEmpty?: boolean;
}
export interface StageKnob {
  readonly kind: 'stage';
  readonly key: StageKey;
  readonly fields: readonly StageField[];
  /** What it is switched on with where the preset leaves it out. */
  readonly standard: Readonly<Record<string, number | null>>;
}
export type TrlKnob = NumberKnob | SwitchKnob | ChoiceKnob | TextKnob | StageKnob;

const number = (key: NumberKnob['key'], min: number, max: number, step: number, canBeEmpty = false): TrlKnob => ({
  kind: 'number', key, min, max, step, canBeEmpty,
});
const choice = (key: ChoiceKnob['key'], ...options: readonly string[]): TrlKnob => ({ kind: 'choice', key, options });

const epochs: StageField = { name: 'epochs', min: 1, max: 1000, step: 1 };
const learningRate: StageField = { name: 'learningRate', min: 1e-8, max: 1, step: 1e-6 };

/** Their names and what they do are `rounds.trlKnobs` in the message files; the first are shown at once. */
export const commonTrlKnobs: readonly TrlKnob[] = [
  number('epochs', 1, 1000, 1),
  number('maxSteps', 1, 1_000_000, 1, true),
  number('groupSize', 2, 64, 1),
  number('learningRate', 1e-8, 1, 1e-6),
  number('maxCompletionTokens', 8, 32_768, 64),
  number('seed', 0, 1_000_000, 1),
];

interface KnobGroup {
  readonly id: string;
  readonly knobs: readonly TrlKnob[];
}

/** All others, by what they are about; the groups' names are `rounds.knobGroups`. */
export const trlKnobGroups = [
  {
    id: 'stages',
    knobs: [
      { kind: 'stage', key: 'warmStart', fields: [epochs, learningRate, { name: 'documents', min: 1, max: 100_000, step: 1, canBeEmpty: true }], standard: { epochs: 2, learningRate: 1e-5, documents: null } },
      { kind: 'stage', key: 'distillation', fields: [epochs, learningRate], standard: { epochs: 1, learningRate: 1e-5 } },
      { kind: 'stage', key: 'preferences', fields: [epochs, learningRate, { name: 'beta', min: 0.001, max: 10, step: 0.05 }], standard: { epochs: 1, learningRate: 1e-6, beta: 0.1 } },
    ],
  },
  {
    id: 'documents',
    knobs: [
      {
        kind: 'stage', key: 'skipByPassRate', standard: { solved: 0.95, hopeless: 0.02, seen: 16 },
        fields: [{ name: 'solved', min: 0, max: 1, step: 0.01 }, { name: 'hopeless', min: 0, max: 1, step: 0.01 }, { name: 'seen', min: 1, max: 10_000, step: 1 }],
      },
      {
        kind: 'stage', key: 'curriculum', standard: { startShare: 0.3, fullAt: 0.5 },
        fields: [{ name: 'startShare', min: 0.01, max: 1, step: 0.05 }, { name: 'fullAt', min: 0.01, max: 1, step: 0.05 }],
      },
      choice('keys', 'sampled', 'all'),
      choice('templates', 'one', 'varied'),
      number('minPixels', 1, 100_000_000, 1024),
      number('maxPixels', 1, 100_000_000, 1024),
    ],
  },
  {
    id: 'model',
    knobs: [
      { kind: 'text', key: 'model' },
      choice('tuning', 'full', 'lora'),
      number('loraRank', 1, 512, 1),
      number('loraAlpha', 1, 1024, 1),
      choice('precision', 'bf16', 'fp32'),
      choice('sharding', 'none', 'fsdp'),
      { kind: 'switch', key: 'think' },
      { kind: 'switch', key: 'gradientCheckpointing' },
    ],
  },
  {
    id: 'updates',
    knobs: [
      number('documentsPerStep', 1, 1024, 1),
      number('microBatch', 1, 1024, 1),
      number('innerSteps', 1, 8, 1),
      choice('schedule', 'linear', 'constant'),
      choice('loss', 'token', 'sequence', 'dr-grpo', 'gspo'),
      number('klCoefficient', 0, 1, 0.01),
      number('clipLow', 0.01, 1, 0.01),
      number('clipHigh', 0.01, 2, 0.01),
      choice('zeroVariance', 'keep', 'drop', 'resample', 'replay'),
      choice('overlong', 'keep', 'mask'),
    ],
  },
  {
    id: 'reward',
    knobs: [
      number('alpha', 0, 1, 0.05),
      number('evidenceWeight', 0, 1, 0.05),
      choice('fieldWeights', 'equal', 'live-f1'),
    ],
  },
  {
    id: 'generation',
    knobs: [
      number('temperature', 0.05, 2, 0.05),
      number('topP', 0.05, 1, 0.05),
      choice('generation', 'transformers', 'vllm', 'vllm-server'),
    ],
  },
  {
    id: 'saving',
    knobs: [
      number('saveEverySteps', 1, 10_000, 1),
      number('checkpointEverySteps', 1, 10_000, 1, true),
      number('validateEverySteps', 1, 10_000, 1, true),
    ],
  },
] as const satisfies readonly KnobGroup[];

export type KnobGroupId = (typeof trlKnobGroups)[number]['id'];

import type { EmbeddedRecipe } from '@/lib/core/round/recipe';

type NumberKnob = { [Key in keyof EmbeddedRecipe]: EmbeddedRecipe[Key] extends number ? Key : never }[keyof EmbeddedRecipe];

/** Its name and what it does are `rounds.knobs` in the message files. */
export interface Knob {
  readonly key: NumberKnob;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown at once; the others behind "All settings". */
  readonly isCommon: boolean;
}

export const knobs: readonly Knob[] = [
  { key: 'epochs', min: 0, max: 200, step: 1, isCommon: true },
  { key: 'warmStartDocuments', min: 1, max: 10_000, step: 1, isCommon: true },
  { key: 'groupSize', min: 2, max: 64, step: 1, isCommon: true },
  { key: 'seed', min: 0, max: 1_000_000, step: 1, isCommon: true },
  { key: 'learningRate', min: 0.0001, max: 1, step: 0.005, isCommon: false },
  { key: 'klCoefficient', min: 0, max: 1, step: 0.001, isCommon: false },
  { key: 'clipLow', min: 0.01, max: 1, step: 0.01, isCommon: false },
  { key: 'clipHigh', min: 0.01, max: 2, step: 0.01, isCommon: false },
  { key: 'innerSteps', min: 1, max: 8, step: 1, isCommon: false },
  { key: 'documentsPerStep', min: 1, max: 1000, step: 1, isCommon: false },
  { key: 'alpha', min: 0, max: 1, step: 0.05, isCommon: false },
  { key: 'warmStartEpochs', min: 1, max: 50, step: 1, isCommon: false },
  { key: 'warmStartLearningRate', min: 0.001, max: 1, step: 0.01, isCommon: false },
];

interface Preset {
  readonly id: string;
  readonly changes: Partial<EmbeddedRecipe>;
}

/** Their words are `rounds.presets`. */
export const presets = [
  { id: 'standard', changes: {} },
  { id: 'quick', changes: { epochs: 5 } },
  { id: 'thorough', changes: { epochs: 40, groupSize: 16 } },
] as const satisfies readonly Preset[];

import type { EmbeddedRecipe } from '@/lib/core/round/recipe';

type NumberKnob = { [Key in keyof EmbeddedRecipe]: EmbeddedRecipe[Key] extends number ? Key : never }[keyof EmbeddedRecipe];

export interface Knob {
  readonly key: NumberKnob;
  readonly label: string;
  /** One line: what it does. */
  readonly explanation: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown at once; the others behind "All settings". */
  readonly isCommon: boolean;
}

export const knobs: readonly Knob[] = [
  { key: 'epochs', label: 'Epochs', explanation: 'Passes of reinforcement learning over the labels; 0 is the warm start alone.', min: 0, max: 200, step: 1, isCommon: true },
  { key: 'warmStartDocuments', label: 'Warm start on', explanation: 'Labelled documents for the supervised start before reinforcement learning.', min: 1, max: 10_000, step: 1, isCommon: true },
  { key: 'groupSize', label: 'Group size G', explanation: 'Completions sampled for a document; each is compared with the others of its group.', min: 2, max: 64, step: 1, isCommon: true },
  { key: 'seed', label: 'Seed', explanation: 'The same seed, data and recipe give the same checkpoint.', min: 0, max: 1_000_000, step: 1, isCommon: true },
  { key: 'learningRate', label: 'Learning rate', explanation: 'Step size of reinforcement learning; 0.1 makes fields collapse.', min: 0.0001, max: 1, step: 0.005, isCommon: false },
  { key: 'klCoefficient', label: 'KL coefficient', explanation: 'How strongly it is held to the warm-started policy.', min: 0, max: 1, step: 0.001, isCommon: false },
  { key: 'clipLow', label: 'Clip low', explanation: 'The probability ratio is not pushed below 1 − this.', min: 0.01, max: 1, step: 0.01, isCommon: false },
  { key: 'clipHigh', label: 'Clip high', explanation: 'The ratio is not pushed above 1 + this; above clip low it keeps exploration alive.', min: 0.01, max: 2, step: 0.01, isCommon: false },
  { key: 'innerSteps', label: 'Inner steps', explanation: 'Updates on the same samples before new ones are drawn.', min: 1, max: 8, step: 1, isCommon: false },
  { key: 'documentsPerStep', label: 'Documents a step', explanation: 'Documents whose groups make one update.', min: 1, max: 1000, step: 1, isCommon: false },
  { key: 'alpha', label: 'α', explanation: 'Weight of precision in the reward; the rest is recall.', min: 0, max: 1, step: 0.05, isCommon: false },
  { key: 'warmStartEpochs', label: 'Warm start epochs', explanation: 'Passes of the supervised start.', min: 1, max: 50, step: 1, isCommon: false },
  { key: 'warmStartLearningRate', label: 'Warm start learning rate', explanation: 'Step size of the supervised start.', min: 0.001, max: 1, step: 0.01, isCommon: false },
];

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  readonly changes: Partial<EmbeddedRecipe>;
}

export const presets: readonly Preset[] = [
  { id: 'standard', label: 'Standard', explanation: 'Warm start on 10, twenty epochs, G = 8.', changes: {} },
  { id: 'quick', label: 'Quick look', explanation: 'Five epochs: a first impression in a fraction of the time.', changes: { epochs: 5 } },
  { id: 'thorough', label: 'Thorough', explanation: 'Forty epochs, G = 16: slower, steadier.', changes: { epochs: 40, groupSize: 16 } },
];

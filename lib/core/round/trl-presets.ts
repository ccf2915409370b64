import type { TrlKnobs } from './trl-knobs';

export const presetNames = ['paper', 'single-gpu', 'small', 'smoke'] as const;
export type PresetName = (typeof presetNames)[number];

export interface TrlPreset {
  readonly label: string;
  /** One line: what it is for. */
  readonly about: string;
  /** What it takes, in words. */
  readonly memory: string;
  /** Cards that it is meant for, each with so much memory; none of them runs on the CPU. One worker of Ray each. */
  readonly least: { readonly cards: number; readonly gpuMemoryGib: number };
  readonly knobs: TrlKnobs;
}

/** The paper's recipe; the other presets are this with changes. The trainer has the same (`presets.json`), and a test holds the two together. */
const paper: TrlKnobs = {
  model: 'Qwen/Qwen2.5-VL-7B-Instruct', tuning: 'full', loraRank: 64, loraAlpha: 64, precision: 'bf16',
  gradientCheckpointing: true, think: true, alpha: 0.5, epochs: 70, maxSteps: null, documentsPerStep: 4,
  groupSize: 8, microBatch: 1, innerSteps: 1, learningRate: 1e-6, schedule: 'linear', klCoefficient: 0.04,
  clipLow: 0.2, clipHigh: 0.28, loss: 'token', temperature: 1, topP: 1, maxCompletionTokens: 2048,
  minPixels: 200_704, maxPixels: 1_605_632, keys: 'sampled', generation: 'transformers', seed: 1,
  saveEverySteps: 50, checkpointEverySteps: null, validateEverySteps: 100, zeroVariance: 'keep',
  overlong: 'keep', skipByPassRate: null, curriculum: null, templates: 'one', fieldWeights: 'equal',
  evidenceWeight: 0, warmStart: null, distillation: null, preferences: null, sharding: 'fsdp',
};

export const trlPresets: Readonly<Record<PresetName, TrlPreset>> = {
  paper: {
    label: 'Paper',
    about: 'Efficient Medical VIE via Reinforcement Learning (arXiv 2506.13363), all weights of the language model; what the paper leaves open is ours.',
    memory: '7B, 32-bit weights and optimizer, a reference model: about 140 GiB in all, so 4 or more GPUs of 80 GB, over which FSDP spreads it: torchrun on one machine, or a Ray cluster',
    least: { cards: 4, gpuMemoryGib: 80 },
    knobs: paper,
  },
  'single-gpu': {
    label: 'Single GPU',
    about: "The paper's recipe with LoRA, which needs no second model for the reference.",
    memory: '7B, 16-bit weights, adapter of rank 64: about 30 GiB, one GPU of 48 GB or more',
    least: { cards: 1, gpuMemoryGib: 48 },
    knobs: {
      ...paper,
      tuning: 'lora', learningRate: 1e-5, documentsPerStep: 2, microBatch: 2, epochs: 30, overlong: 'mask',
      zeroVariance: 'drop', sharding: 'none',
    },
  },
  small: {
    label: 'Small',
    about: "A 3B model with LoRA on a workstation's GPU.",
    memory: '3B, 16-bit weights, adapter of rank 32: about 12 GiB, one GPU of 24 GB',
    least: { cards: 1, gpuMemoryGib: 24 },
    knobs: {
      ...paper,
      model: 'Qwen/Qwen2.5-VL-3B-Instruct', tuning: 'lora', loraRank: 32, loraAlpha: 32, learningRate: 1e-5,
      documentsPerStep: 1, microBatch: 1, epochs: 20, maxCompletionTokens: 1024, maxPixels: 802_816,
      overlong: 'mask', zeroVariance: 'drop', sharding: 'none',
    },
  },
  smoke: {
    label: 'Smoke',
    about: 'Two steps of everything, to see that a machine is set up. Learns nothing.',
    memory: '256M, 32-bit: about 7 GiB, no GPU needed',
    least: { cards: 0, gpuMemoryGib: 0 },
    knobs: {
      ...paper,
      model: 'HuggingFaceTB/SmolVLM-256M-Instruct', tuning: 'lora', loraRank: 8, loraAlpha: 8,
      precision: 'fp32', gradientCheckpointing: false, think: false, epochs: 1, maxSteps: 2,
      documentsPerStep: 1, groupSize: 2, microBatch: 2, learningRate: 1e-5, maxCompletionTokens: 64,
      minPixels: 3136, maxPixels: 200_704, saveEverySteps: 1, validateEverySteps: null, sharding: 'none',
    },
  },
};

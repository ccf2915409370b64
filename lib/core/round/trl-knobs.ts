import { z } from 'zod';

const stageSchema = z.strictObject({
  epochs: z.number().int().min(1).max(1000),
  learningRate: z.number().positive().max(1),
});

/** Every knob of the trainer under its name there; `docs/run-folder.md` says what each does. */
export const trlKnobsSchema = z.object({
  /** A name on the model hub or in the worker's folder of models; never a path. */
  model: z.string().regex(/^[\w.-]+(\/[\w.-]+)?$/, 'a name like Qwen/Qwen2.5-VL-7B-Instruct'),
  tuning: z.enum(['full', 'lora']),
  loraRank: z.number().int().min(1).max(512),
  loraAlpha: z.number().positive(),
  precision: z.enum(['bf16', 'fp32']),
  gradientCheckpointing: z.boolean(),
  think: z.boolean(),
  alpha: z.number().min(0).max(1),
  epochs: z.number().int().min(1).max(1000),
  maxSteps: z.number().int().min(1).nullable(),
  documentsPerStep: z.number().int().min(1).max(1024),
  groupSize: z.number().int().min(2).max(64),
  microBatch: z.number().int().min(1),
  innerSteps: z.number().int().min(1).max(8),
  learningRate: z.number().positive().max(1),
  schedule: z.enum(['linear', 'constant']),
  klCoefficient: z.number().min(0).max(1),
  clipLow: z.number().positive().max(1),
  clipHigh: z.number().positive().max(2),
  loss: z.enum(['token', 'sequence', 'dr-grpo', 'gspo']),
  temperature: z.number().positive().max(2),
  topP: z.number().positive().max(1),
  maxCompletionTokens: z.number().int().min(8).max(32_768),
  minPixels: z.number().int().min(1),
  maxPixels: z.number().int().min(1),
  keys: z.enum(['sampled', 'all']),
  generation: z.enum(['transformers', 'vllm', 'vllm-server']),
  seed: z.number().int(),
  saveEverySteps: z.number().int().min(1),
  checkpointEverySteps: z.number().int().min(1).nullable(),
  validateEverySteps: z.number().int().min(1).nullable(),
  zeroVariance: z.enum(['keep', 'drop', 'resample', 'replay']),
  overlong: z.enum(['keep', 'mask']),
  skipByPassRate: z
    .strictObject({ solved: z.number(), hopeless: z.number(), seen: z.number().int().min(1) })
    .nullable(),
  curriculum: z.strictObject({ startShare: z.number(), fullAt: z.number() }).nullable(),
  templates: z.enum(['one', 'varied']),
  fieldWeights: z.enum(['equal', 'live-f1']),
  evidenceWeight: z.number().min(0).max(1),
  warmStart: stageSchema.extend({ documents: z.number().int().min(1).nullable() }).nullable(),
  distillation: stageSchema.nullable(),
  preferences: stageSchema.extend({ beta: z.number().positive() }).nullable(),
  /** How several processes share one model. */
  sharding: z.enum(['none', 'fsdp']),
});
export type TrlKnobs = Readonly<z.infer<typeof trlKnobsSchema>>;

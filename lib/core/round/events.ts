import { z } from 'zod';

/**
 * The event lines of every engine: one JSON object a line. They are what the
 * round page draws and what the database keeps; no engine has others.
 */
const base = { at: z.number().describe('milliseconds since the epoch') };

export const metricsSchema = z.object({
  /** r_format + r_matching, mean over the rollouts of the step, 0–2. */
  reward: z.number(),
  rewardFormat: z.number(),
  rewardMatching: z.number(),
  precision: z.number(),
  recall: z.number(),
  kl: z.number(),
  entropy: z.number().optional(),
  clipRatio: z.number().optional(),
  /** Share of groups in which every rollout earned the same: no gradient. */
  zeroVariance: z.number(),
  /** Rollouts that could not be scored and left the batch. */
  unscorable: z.number().int(),
});
export type StepMetrics = Readonly<z.infer<typeof metricsSchema>>;

export const roundEventSchema = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('started'), plannedSteps: z.number().int() }),
  z.object({
    ...base,
    type: z.literal('progress'),
    phase: z.enum(['preparing', 'warm-start', 'training', 'checkpointing', 'evaluating']),
    step: z.number().int(),
    plannedSteps: z.number().int(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({ ...base, type: z.literal('metrics'), step: z.number().int(), metrics: metricsSchema }),
  z.object({
    ...base,
    type: z.literal('validation'),
    step: z.number().int(),
    name: z.enum(['warm-start', 'warm-start-all', 'training']),
    f1: z.number(),
    precision: z.number(),
    recall: z.number(),
  }),
  z.object({
    ...base,
    type: z.literal('rollout'),
    step: z.number().int(),
    documentId: z.string(),
    /** As JSON text; never in logs: it may hold PHI. */
    completion: z.string(),
    reward: z.number(),
    advantage: z.number(),
  }),
  z.object({
    ...base,
    type: z.literal('checkpoint'),
    step: z.number().int(),
    name: z.string(),
    /** SHA-256 of the manifest. */
    hash: z.string(),
  }),
  z.object({ ...base, type: z.literal('prediction'), documentId: z.string(), checkpointHash: z.string() }),
  z.object({
    ...base,
    type: z.literal('log'),
    level: z.enum(['info', 'warning', 'error']),
    message: z.string(),
  }),
  z.object({ ...base, type: z.literal('finished'), step: z.number().int() }),
  z.object({ ...base, type: z.literal('failed'), reason: z.string() }),
]);
export type RoundEvent = Readonly<z.infer<typeof roundEventSchema>>;
export type RoundEventType = RoundEvent['type'];

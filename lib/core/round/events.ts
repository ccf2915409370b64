import { z } from 'zod';
import { findingSchema, memorySchema, outsideMetrics, rolloutDetail } from './outside-events';

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
  /** Left out where no reference model is kept. */
  kl: z.number().optional(),
  entropy: z.number().optional(),
  clipRatio: z.number().optional(),
  /** Share of groups in which every rollout earned the same: no gradient. */
  zeroVariance: z.number(),
  /** Rollouts that could not be scored and left the batch. */
  unscorable: z.number().int(),
  ...outsideMetrics,
});
export type StepMetrics = Readonly<z.infer<typeof metricsSchema>>;

/** `booting` and `pushing` are the worker's own: the trainer starts, its files travel home. */
export const progressPhases = ['booting', 'preparing', 'warm-start', 'training', 'checkpointing', 'pushing', 'evaluating'] as const;

export const roundEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('started'),
    plannedSteps: z.number().int(),
    resumedFrom: z.number().int().nullable().optional(),
    documents: z.number().int().optional(),
    device: z.string().optional(),
    worldSize: z.number().int().optional(),
  }),
  z.object({
    ...base,
    type: z.literal('progress'),
    phase: z.enum(progressPhases),
    step: z.number().int(),
    plannedSteps: z.number().int(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({ ...base, type: z.literal('metrics'), step: z.number().int(), metrics: metricsSchema }),
  z.object({
    ...base,
    type: z.literal('validation'),
    step: z.number().int(),
    name: z.enum(['warm-start', 'warm-start-all', 'distilled', 'preferred', 'training']),
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
    ...rolloutDetail,
  }),
  z.object({
    ...base,
    type: z.literal('checkpoint'),
    step: z.number().int(),
    name: z.string(),
    /** SHA-256 of the manifest. */
    hash: z.string(),
    /** Below the run folder, where the engine says it. */
    folder: z.string().optional(),
    role: z.string().optional(),
    bytes: z.number().optional(),
  }),
  z.object({
    ...base,
    type: z.literal('preflight'),
    findings: z.array(findingSchema),
    memoryGib: memorySchema.optional(),
    longestPromptTokens: z.number().optional(),
    longestAnswerTokens: z.number().optional(),
  }),
  z.object({
    ...base,
    type: z.literal('pass-rates'),
    step: z.number().int(),
    solved: z.number().int(),
    hopeless: z.number().int(),
    skipped: z.number().int(),
  }),
  /** What the libraries of an outside engine printed; lines left out of a flood are counted. */
  z.object({ ...base, type: z.literal('output'), lines: z.array(z.string()), leftOut: z.number().int() }),
  z.object({ ...base, type: z.literal('stopped'), step: z.number().int(), reason: z.enum(['asked', 'reader-gone']) }),
  z.object({ ...base, type: z.literal('prediction'), documentId: z.string(), checkpointHash: z.string() }),
  z.object({
    ...base,
    type: z.literal('log'),
    level: z.enum(['info', 'warning', 'error']),
    message: z.string(),
  }),
  z.object({
    ...base,
    type: z.literal('finished'),
    step: z.number().int(),
    checkpoint: z.string().optional(),
    folder: z.string().optional(),
  }),
  z.object({ ...base, type: z.literal('failed'), reason: z.string(), code: z.string().optional() }),
]);
export type RoundEvent = Readonly<z.infer<typeof roundEventSchema>>;
export type RoundEventType = RoundEvent['type'];

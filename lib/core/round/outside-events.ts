import { z } from 'zod';

/** What only engines outside of this process say (`docs/run-folder.md`, Events); all of it may be missing. */
export const outsideMetrics = {
  loss: z.number().optional(),
  gradNorm: z.number().optional(),
  learningRate: z.number().optional(),
  rewardEvidence: z.number().optional(),
  completionTokens: z.number().optional(),
  completionTokensMin: z.number().optional(),
  completionTokensMax: z.number().optional(),
  truncatedShare: z.number().optional(),
  clipRatioLow: z.number().optional(),
  clipRatioHigh: z.number().optional(),
  stepSeconds: z.number().optional(),
  generateSeconds: z.number().optional(),
  rewardSeconds: z.number().optional(),
  updateSeconds: z.number().optional(),
  tokensPerSecond: z.number().optional(),
  gpuMemoryGib: z.number().optional(),
  gpuMemoryPeakGib: z.number().optional(),
  /** 0–1. */
  gpuUse: z.number().optional(),
  requestedKeys: z.number().optional(),
  replacedGroups: z.number().optional(),
  replayedGroups: z.number().optional(),
  /** Steps since they were sampled, mean over the groups. */
  replayAge: z.number().optional(),
} as const;

const fieldCountsSchema = z.object({ matched: z.number(), predicted: z.number(), gold: z.number() });

export const rolloutDetail = {
  group: z.number().int().optional(),
  /** Keys that were asked for; null asks for all. */
  requested: z.array(z.string()).nullable().optional(),
  rewardFormat: z.number().optional(),
  rewardMatching: z.number().optional(),
  rewardEvidence: z.number().optional(),
  precision: z.number().optional(),
  recall: z.number().optional(),
  tokens: z.number().optional(),
  truncated: z.boolean().optional(),
  template: z.union([z.string(), z.number()]).optional(),
  fields: z.record(z.string(), fieldCountsSchema).optional(),
} as const;

export const findingSchema = z.object({
  code: z.string(),
  level: z.enum(['refused', 'allowed', 'note']),
  message: z.string(),
  documents: z.array(z.string()).optional(),
});
export type PreflightFinding = Readonly<z.infer<typeof findingSchema>>;

export const memorySchema = z.object({
  weights: z.number().optional(),
  training: z.number().optional(),
  generation: z.number().optional(),
  total: z.number().optional(),
  available: z.number().nullable().optional(),
});

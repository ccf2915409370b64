import { z } from 'zod';
import { checkpointRoles } from './manifest';

const figureSchema = z.object({ f1: z.number(), low: z.number(), high: z.number(), documents: z.number().int() });
/** Micro F1 with its 95 % interval, 0–1. */
export type SummaryFigure = Readonly<z.infer<typeof figureSchema>>;

const checkpointFiguresSchema = z.object({
  checkpointId: z.string(),
  role: z.enum(checkpointRoles),
  /** Null where the split has no document that could be scored. */
  validation: figureSchema.nullable(),
  test: figureSchema.nullable(),
});

/** What a finished round says of itself: the list and the page's head show it. */
export const roundSummarySchema = z.object({
  /** r_format + r_matching, mean of the first and the last steps; null without GRPO steps. */
  rewardStart: z.number().nullable(),
  rewardEnd: z.number().nullable(),
  bestStep: z.number().int(),
  /** Of all attempts together. */
  seconds: z.number(),
  /** Seconds times cards, where cards were held. */
  cardSeconds: z.number().optional(),
  labels: z.number().int(),
  checkpoints: z.array(checkpointFiguresSchema),
  warnings: z.array(z.string()),
});
export type RoundSummary = Readonly<z.infer<typeof roundSummarySchema>>;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Reward at both ends of training: means of as many steps as a tenth of it, at
 * least one, at most ten, so that one lucky step does not make the figure.
 */
export function rewardEnds(rewards: readonly number[]): { readonly start: number | null; readonly end: number | null } {
  const width = Math.min(10, Math.max(1, Math.floor(rewards.length / 10)));
  return { start: mean(rewards.slice(0, width)), end: mean(rewards.slice(-width)) };
}

/** The figure that the list of rounds shows: of `trained` on test, else on validation. */
export function headlineFigure(summary: RoundSummary, role: (typeof checkpointRoles)[number]): SummaryFigure | null {
  const found = summary.checkpoints.find((checkpoint) => checkpoint.role === role);
  return found?.test ?? found?.validation ?? null;
}

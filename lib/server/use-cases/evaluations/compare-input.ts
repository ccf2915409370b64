import { z } from 'zod';

/** Splits that checkpoints are compared on. */
export const comparedSplits = ['validation', 'test'] as const;
export const comparedSplitSchema = z.enum(comparedSplits).default('test');

/** Ids in a URL stand behind each other with commas; the first is the baseline. */
export const checkpointIdsSchema = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((id) => id !== '') : value),
  z.array(z.string().max(64)).min(1).max(6).refine((ids) => new Set(ids).size === ids.length, {
    message: 'a checkpoint is compared with another, not with itself',
  }),
);

import { z } from 'zod';
import { leafVerdicts } from '@/lib/core/metrics/typed-errors';
import { severities } from '@/lib/core/schema/types';

/** What the JSON columns of an evaluation hold. */
export const microFigureSchema = z.object({
  matched: z.number(), predicted: z.number(), gold: z.number(),
  precision: z.number(), recall: z.number(), f1: z.number(), low: z.number(), high: z.number(),
});

const countsSchema = z.object({ matched: z.number(), predicted: z.number(), gold: z.number() });
export const fieldCountsSchema = z.record(z.string(), countsSchema);

export const unscorableSchema = z.array(z.object({ documentId: z.string(), reason: z.string() }));

/** Leaves by type of error and severity. */
export const leafVerdictsSchema = z.record(z.enum(leafVerdicts), z.record(z.enum(severities), z.number()));

const meanSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });

/** Null for evaluations of scoring versions that had no such figures. */
export const metricsSchema = z
  .object({
    exact: meanSchema,
    anlsStar: meanSchema,
    ntedAccuracy: meanSchema,
    leaves: leafVerdictsSchema,
    calibration: z.object({
      bins: z.array(
        z.object({
          low: z.number(), high: z.number(), count: z.number(),
          meanConfidence: z.number().nullable(), shareRight: z.number().nullable(),
        }),
      ),
      count: z.number(),
      ece: z.number().nullable(), mce: z.number().nullable(), brier: z.number().nullable(),
    }),
  })
  .nullable();

import { z } from 'zod';
import { testSplit } from '@/lib/core/evaluation/held-out';
import { checkpointsToCompare } from '../../evaluation/checkpoints-to-compare';
import { differenceOfEvaluations } from '../../evaluation/compare-evaluations';
import { figuresOn } from '../../evaluation/figures-on';
import { microFigureSchema } from '../../evaluation/stored-figures';
import { findHeldOut } from '../../repositories/held-out';
import { defineUseCase } from '../define-use-case';
import { checkpointIdsSchema } from './compare-input';

/**
 * Whether what was gained in domain is lost elsewhere: F1 of the checkpoints on
 * the test split and on each transfer suite, with the paired difference to the
 * first checkpoint.
 */
export const compareTransfer = defineUseCase({
  name: 'compare-transfer',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema }),
  run: async (_actor, { projectId, ids }) => {
    const [rows, heldOut] = await Promise.all([checkpointsToCompare(projectId, ids), findHeldOut(projectId)]);
    const suites = heldOut.filter(({ split }) => split === 'transfer');
    const shown = suites.length === 0 ? [] : [testSplit, ...suites];
    const table = await figuresOn(projectId, rows, shown);
    return {
      suites: suites.map(({ suite, documents }) => ({ suite, documents })),
      rows: await Promise.all(
        shown.map(async ({ split, suite }, place) => {
          const figures = table[place] ?? [];
          const base = figures[0]?.evaluation?.id;
          return {
            split,
            suite,
            /** With gold that can be scored. */
            documents: Math.max(0, ...figures.map(({ gold }) => gold.documents.length)),
            leftOut: Math.max(0, ...figures.map(({ gold }) => gold.leftOut.length)),
            cells: await Promise.all(
              figures.map(async ({ row, evaluation, isStale, older, gold }, column) => ({
                checkpointId: row.id,
                micro: evaluation ? microFigureSchema.parse(evaluation.micro) : null,
                documents: evaluation?.documentCount ?? 0,
                hasGold: gold.documents.length > 0,
                isStale,
                olderScoring: older?.scoringVersion ?? null,
                /** To the first checkpoint; null for itself and where either has no figure. */
                difference: column === 0 ? null : await differenceOfEvaluations(base, evaluation?.id),
              })),
            ),
          };
        }),
      ),
    };
  },
});

export type TransferComparison = Awaited<ReturnType<typeof compareTransfer>>;

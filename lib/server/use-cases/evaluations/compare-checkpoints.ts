import { z } from 'zod';
import { comparePaired } from '@/lib/core/evaluation/paired-difference';
import { scoringVersion } from '@/lib/core/scoring';
import { checkpointsToCompare, schemaInUse } from '../../evaluation/checkpoints-to-compare';
import { describeCheckpoint } from '../../evaluation/describe-checkpoint';
import { goldHashOf } from '../../evaluation/gold-hash';
import { loadGold } from '../../evaluation/load-gold';
import { outcomeTable } from '../../evaluation/outcome-table';
import { findPromotedCheckpointId } from '../../repositories/checkpoint';
import { findDocumentNames } from '../../repositories/document-names';
import {
  findDocumentCounts,
  findLatestEvaluations,
  microFigureSchema,
  unscorableSchema,
} from '../../repositories/evaluation';
import { defineUseCase } from '../define-use-case';
import { checkpointIdsSchema, comparedSplitSchema } from './compare-input';

/**
 * Figures of two or more checkpoints on a split. Each after the first is
 * compared with the first, paired by document; the outcomes are those of the
 * first two. A figure is stale where gold has changed since it was made.
 */
export const compareCheckpoints = defineUseCase({
  name: 'compare-checkpoints',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema, split: comparedSplitSchema }),
  run: async (_actor, { projectId, ids, split }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    const [promotedId, latest] = await Promise.all([
      findPromotedCheckpointId(projectId),
      findLatestEvaluations(projectId, scoringVersion, ids),
    ]);
    const evaluated = await Promise.all(
      rows.map(async (row) => {
        const version = schemaInUse(row.schemaVersion);
        const gold = await loadGold(projectId, [split], version);
        const evaluation = latest.find((one) => one.checkpointId === row.id && one.split === split);
        return {
          row,
          evaluation,
          isStale: evaluation !== undefined && evaluation.goldHash !== goldHashOf(version, gold.documents),
          leftOut: evaluation ? unscorableSchema.parse(evaluation.unscorable) : gold.leftOut,
          counts: evaluation ? await findDocumentCounts(evaluation.id) : [],
        };
      }),
    );
    const names = await findDocumentNames(projectId, evaluated.flatMap(({ leftOut }) => leftOut.map((one) => one.documentId)));
    const [first, second, ...others] = evaluated;
    const pairs = [second, ...others].flatMap((other) =>
      first && other ? [{ before: first.row.id, after: other.row.id, ...comparePaired(first.counts, other.counts) }] : [],
    );
    const outcomes =
      first && second
        ? (await outcomeTable({ projectId, split, before: first.row.id, after: second.row.id, version: schemaInUse(second.row.schemaVersion) })).total
        : null;
    return {
      split,
      checkpoints: evaluated.map(({ row, evaluation, isStale, leftOut }) => ({
        ...describeCheckpoint(row, promotedId),
        micro: evaluation ? microFigureSchema.parse(evaluation.micro) : null,
        documents: evaluation?.documentCount ?? 0,
        isStale,
        unscorable: leftOut.map(({ documentId, reason }) => ({ documentId, reason, name: names.get(documentId) ?? documentId })),
      })),
      pairs,
      outcomes,
    };
  },
});

export type CheckpointComparison = Awaited<ReturnType<typeof compareCheckpoints>>;

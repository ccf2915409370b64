import { z } from 'zod';
import { scoringVersion } from '@/lib/core/scoring';
import { checkpointsToCompare, schemaInUse } from '../../evaluation/checkpoints-to-compare';
import { compareEvaluations } from '../../evaluation/compare-evaluations';
import { describeCheckpoint } from '../../evaluation/describe-checkpoint';
import { goldHashOf } from '../../evaluation/gold-hash';
import { loadGold, type LoadedGold } from '../../evaluation/load-gold';
import { outcomeTable } from '../../evaluation/outcome-table';
import { findPromotedCheckpointId } from '../../repositories/checkpoint';
import { findDocumentNames } from '../../repositories/document-names';
import { findLatestEvaluations, microFigureSchema, unscorableSchema } from '../../repositories/evaluation';
import { defineUseCase } from '../define-use-case';
import { againstSchema, checkpointIdsSchema, comparedSplitSchema, placeOfAgainst } from './compare-input';

/**
 * Figures of two or more checkpoints on a split. Each after the first is
 * compared with the first, paired by document; the outcomes are those from the
 * first to `against`. A figure is stale where gold has changed since it was made.
 */
export const compareCheckpoints = defineUseCase({
  name: 'compare-checkpoints',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema, split: comparedSplitSchema, against: againstSchema }),
  run: async (_actor, { projectId, ids, split, against }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    const [promotedId, latest] = await Promise.all([
      findPromotedCheckpointId(projectId),
      findLatestEvaluations(projectId, scoringVersion, ids),
    ]);
    // Checkpoints mostly share their schema: gold is read once for each version.
    const golds = new Map<string, Promise<LoadedGold>>();
    const evaluated = await Promise.all(
      rows.map(async (row) => {
        const version = schemaInUse(row.schemaVersion);
        const loading = golds.get(version.id) ?? loadGold(projectId, [split], version);
        golds.set(version.id, loading);
        const gold = await loading;
        const evaluation = latest.find((one) => one.checkpointId === row.id && one.split === split);
        return {
          row,
          evaluation,
          isStale: evaluation !== undefined && evaluation.goldHash !== goldHashOf(version, gold.documents),
          leftOut: evaluation ? unscorableSchema.parse(evaluation.unscorable) : gold.leftOut,
        };
      }),
    );
    const names = await findDocumentNames(projectId, evaluated.flatMap(({ leftOut }) => leftOut.map((one) => one.documentId)));
    const [first, ...others] = evaluated;
    const pairs = await Promise.all(
      others.map(async (other) => ({
        before: first?.row.id ?? '',
        after: other.row.id,
        ...(await compareEvaluations(first?.evaluation?.id, other.evaluation?.id)),
      })),
    );
    const later = others.length > 0 ? evaluated[placeOfAgainst(ids, against)] : undefined;
    const outcomes =
      first && later
        ? (await outcomeTable({ projectId, split, before: first.row.id, after: later.row.id, version: schemaInUse(later.row.schemaVersion) })).total
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

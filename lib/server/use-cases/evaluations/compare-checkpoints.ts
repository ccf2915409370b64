import { z } from 'zod';
import { checkpointsToCompare, schemaInUse } from '../../evaluation/checkpoints-to-compare';
import { compareEvaluations } from '../../evaluation/compare-evaluations';
import { describeCheckpoint } from '../../evaluation/describe-checkpoint';
import { figuresOn, type FiguresOn } from '../../evaluation/figures-on';
import { outcomeTable } from '../../evaluation/outcome-table';
import { metricsSchema, microFigureSchema, unscorableSchema } from '../../evaluation/stored-figures';
import { findPromotedCheckpointId } from '../../repositories/checkpoint';
import { findDocumentNames } from '../../repositories/document-names';
import { defineUseCase } from '../define-use-case';
import { againstSchema, checkpointIdsSchema, heldOutInput, heldOutRule, isHeldOutInput, placeOfAgainst } from './compare-input';

/** Documents in no figure: of the evaluation, or of gold where there is none yet. */
const leftOutOf = ({ evaluation, gold }: FiguresOn) =>
  evaluation ? unscorableSchema.parse(evaluation.unscorable) : gold.leftOut;

/**
 * Figures of two or more checkpoints on a split or transfer suite. Each after
 * the first is compared with the first, paired by document; the outcomes are
 * those from the first to `against`. A figure is stale where gold has changed
 * since it was made; figures of another scoring version are named, never compared.
 */
export const compareCheckpoints = defineUseCase({
  name: 'compare-checkpoints',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z
    .object({ projectId: z.string(), ids: checkpointIdsSchema, ...heldOutInput, against: againstSchema })
    .refine(isHeldOutInput, heldOutRule),
  run: async (_actor, { projectId, ids, split, suite, against }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    const heldOut = { split, suite };
    const [promotedId, [evaluated = []]] = await Promise.all([
      findPromotedCheckpointId(projectId),
      figuresOn(projectId, rows, [heldOut]),
    ]);
    const names = await findDocumentNames(projectId, evaluated.flatMap((one) => leftOutOf(one).map(({ documentId }) => documentId)));
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
        ? (await outcomeTable({ projectId, heldOut, before: first.row.id, after: later.row.id, version: schemaInUse(later.row.schemaVersion) })).total
        : null;
    return {
      ...heldOut,
      checkpoints: evaluated.map((one) => ({
        ...describeCheckpoint(one.row, promotedId),
        micro: one.evaluation ? microFigureSchema.parse(one.evaluation.micro) : null,
        metrics: one.evaluation ? metricsSchema.parse(one.evaluation.metrics) : null,
        documents: one.evaluation?.documentCount ?? 0,
        goldDocuments: one.gold.documents.length,
        isStale: one.isStale,
        older: one.older && { scoringVersion: one.older.scoringVersion, micro: microFigureSchema.parse(one.older.micro) },
        unscorable: leftOutOf(one).map(({ documentId, reason }) => ({ documentId, reason, name: names.get(documentId) ?? documentId })),
      })),
      pairs,
      outcomes,
    };
  },
});

export type CheckpointComparison = Awaited<ReturnType<typeof compareCheckpoints>>;

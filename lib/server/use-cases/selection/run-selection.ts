import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import {
  type DocumentFeatures, createSimilarity, projectToPlane, selectDocuments, selectionStrategies, suggestedNearDuplicateLikeness,
} from '@/lib/core/sampling';
import { recordAudit } from '../../auth/audit';
import { decodeFeatures } from '../../repositories/document-features';
import { findBlockedGroups, findSelectionPool, insertSelection } from '../../repositories/selection';
import { defineUseCase } from '../define-use-case';

const quotaSchema = z.object({ min: z.number().int().min(0).optional(), max: z.number().int().min(0).optional() });

const constraintsSchema = z.object({
  maxPerGroup: z.number().int().min(1).default(1),
  excludeNearDuplicatesAbove: z.number().min(0.5).max(1).default(suggestedNearDuplicateLikeness),
  quotas: z.record(z.string(), quotaSchema).default({}),
});

/** Keeps what is given: `exactOptionalPropertyTypes` tells "absent" from "undefined". */
const withoutUndefined = (quota: z.output<typeof quotaSchema>) => ({
  ...(quota.min === undefined ? {} : { min: quota.min }),
  ...(quota.max === undefined ? {} : { max: quota.max }),
});

interface PoolPoint {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly x: number;
  readonly y: number;
  readonly isLabelled: boolean;
}

/**
 * Runs the sampler over the project's pool and keeps the run with a reason for
 * each pick. Nothing enters the queue until the run is committed.
 */
export const runSelection = defineUseCase({
  name: 'run-selection',
  access: { kind: 'project', permission: 'selection.run' },
  input: z.object({
    projectId: z.string(),
    strategy: z.enum(selectionStrategies).default('facility-location'),
    count: z.number().int().min(1).max(5_000).default(100),
    seed: z.number().int().min(0).max(2 ** 31 - 1).default(1),
    constraints: constraintsSchema.prefault({}),
  }),
  run: async (actor, { projectId, strategy, count, seed, constraints }) => {
    const [rows, blockedGroups] = await Promise.all([findSelectionPool(projectId), findBlockedGroups(projectId)]);
    const pool = rows.map((row) => ({
      row,
      features: row.readState === 'read' && row.features ? decodeFeatures(row.features) : null,
    }));
    const known = pool.filter((entry): entry is typeof entry & { features: DocumentFeatures } => entry.features !== null);
    if (known.length === 0) {
      throw new AppError('not-ready', 'No document has been read yet. Import some, or wait until the worker has read them.');
    }
    const result = selectDocuments(strategy, {
      documents: pool.map(({ row, features }) => ({
        id: row.id, name: row.name, group: row.groupKey, features, duplicateOf: row.nearDuplicateOf,
      })),
      alreadyPicked: rows.filter(({ queueItem, goldAnnotationId }) => queueItem ?? goldAnnotationId).map(({ id }) => id),
      blockedGroups,
      count,
      seed,
      constraints: {
        maxPerGroup: constraints.maxPerGroup,
        excludeNearDuplicatesAbove: constraints.excludeNearDuplicatesAbove,
        quotas: Object.fromEntries(Object.entries(constraints.quotas).map(([kind, quota]) => [kind, withoutUndefined(quota)])),
      },
    });
    const plane = projectToPlane(createSimilarity(known.map(({ features }) => features)), { seed });
    const map: PoolPoint[] = known.map(({ row }, index) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      x: plane[index]?.x ?? 0,
      y: plane[index]?.y ?? 0,
      isLabelled: row.queueItem !== null || row.goldAnnotationId !== null,
    }));
    const selection = await insertSelection({
      projectId,
      count,
      constraints,
      createdById: actor.userId,
      result,
      report: {
        map,
        poolSize: result.poolSize,
        initialCoverage: result.initialCoverage,
        coverage: result.picks.map(({ coverage }) => coverage),
        flattensAt: result.flattensAt,
        excluded: result.excluded,
        nearest: Object.fromEntries(result.picks.map(({ documentId, nearest }) => [documentId, nearest])),
      },
    });
    await recordAudit({ projectId, userId: actor.userId, action: 'run-selection', subject: `selection:${selection.id}` });
    return { id: selection.id, number: selection.number, picked: result.picks.length };
  },
});

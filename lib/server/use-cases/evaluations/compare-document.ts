import { z } from 'zod';
import { alignCheckpoints } from '@/lib/core/evaluation/align-checkpoints';
import { heldOutSplits } from '@/lib/core/evaluation/held-out';
import { outcomeOf } from '@/lib/core/evaluation/outcomes';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { checkpointsToCompare, schemaInUse } from '../../evaluation/checkpoints-to-compare';
import { loadGold } from '../../evaluation/load-gold';
import { findComparedDocument } from '../../repositories/compared-document';
import { findPredictions } from '../../repositories/prediction';
import { defineUseCase } from '../define-use-case';
import { againstSchema, checkpointIdsSchema, placeOfAgainst } from './compare-input';

/**
 * One document leaf by leaf: gold beside each checkpoint, evidence and pages.
 * The schema and the outcomes are those of `against`.
 * @throws AppError `not-found`, `not-ready` where a checkpoint has not predicted it yet
 */
export const compareDocument = defineUseCase({
  name: 'compare-document',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema, against: againstSchema, documentId: z.string() }),
  run: async (actor, { projectId, ids, against, documentId }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    const document = await findComparedDocument(projectId, documentId);
    if (!document || !(heldOutSplits as readonly string[]).includes(document.split)) {
      throw new AppError('not-found', 'There is no such document in the splits that are compared.');
    }
    const predictions = await Promise.all(rows.map(async ({ id }) => (await findPredictions(id, [documentId]))[0]));
    const made = predictions.flatMap((prediction) => prediction ?? []);
    if (made.length < rows.length) {
      throw new AppError('not-ready', 'Not every checkpoint has predicted this document yet. Evaluate them again.');
    }
    const place = placeOfAgainst(ids, against);
    const later = rows[place];
    if (!later) throw new AppError('not-found', 'Choose a checkpoint first.');
    const version = schemaInUse(later.schemaVersion);
    const loaded = await loadGold(projectId, [document.split], version, { documentId });
    const [gold] = loaded.documents;
    const alignment = gold
      ? alignCheckpoints(gold.gold, made.map(({ record }) => record), version.schema)
      : { kind: 'unscorable' as const, reason: loaded.leftOut[0]?.reason ?? 'no gold yet' };
    await recordAudit({ projectId, userId: actor.userId, action: 'compare-document', subject: `document:${documentId}` });
    return {
      document: { id: document.id, name: document.name, kind: document.kind, pages: document.pages },
      unscorable: alignment.kind === 'unscorable' ? alignment.reason : null,
      leaves:
        alignment.kind === 'unscorable'
          ? []
          : alignment.leaves.map((leaf) => ({
              ...leaf,
              outcome: place > 0 ? outcomeOf(leaf, [0, place]) : null,
              goldBoxes: (leaf.goldPointer !== null && gold?.evidence[leaf.goldPointer]) || [],
              cells: leaf.cells.map((cell, column) =>
                cell ? { ...cell, boxes: (cell.pointer !== null && made[column]?.evidence[cell.pointer]) || [] } : null,
              ),
            })),
    };
  },
});

export type ComparedDocument = Awaited<ReturnType<typeof compareDocument>>;

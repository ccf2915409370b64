import { z } from 'zod';
import type { AdjudicationView } from '@/lib/core/review/contract';
import { recordAudit } from '../../auth/audit';
import { findOwnAnnotation, readGoldOf } from '../../repositories/annotation';
import { findPageShapes } from '../../repositories/annotation-view';
import { loadSides } from '../../review/load-sides';
import { ownWorkRefusal } from '../../review/own-work';
import { defineUseCase } from '../define-use-case';

/** A document with all that annotators handed in for it, to settle side by side. */
export const viewAdjudication = defineUseCase({
  name: 'view-adjudication',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }): Promise<AdjudicationView> => {
    const { document, schemaVersion, sides } = await loadSides(projectId, documentId);
    const [pages, gold, own] = await Promise.all([
      findPageShapes(documentId),
      readGoldOf(documentId),
      findOwnAnnotation(projectId, documentId, actor.userId),
    ]);
    await recordAudit({ projectId, userId: actor.userId, action: 'view-document', subject: `document:${documentId}` });
    return {
      document: { id: document.id, name: document.name, kind: document.kind },
      pages,
      schema: schemaVersion.schema,
      sides: sides.map(({ annotatorId: _annotatorId, ...side }) => side),
      goldAnnotationId: gold?.annotationId ?? null,
      refusal: ownWorkRefusal(own),
    };
  },
});

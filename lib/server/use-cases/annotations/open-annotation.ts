import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findOwnAnnotation, insertDraft } from '../../repositories/annotation';
import { findLabelDocument } from '../../repositories/annotation-view';
import { findAnnotators } from '../../repositories/annotator';
import { keepSeat } from '../../assignment/keep-seat';
import { findNewestSchemaVersion } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';
import { viewAnnotation } from './annotation-view';

/**
 * The actor's annotation of a document, made under the newest schema where there
 * is none yet, with the pages and what a model suggests. Takes the lease of the
 * queue where it is free, unless the document is only fetched ahead of time.
 */
export const openAnnotation = defineUseCase({
  name: 'open-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), ahead: z.boolean().default(false) }),
  run: async (actor, { projectId, documentId, ahead }) => {
    const document = await findLabelDocument(projectId, documentId);
    if (!document) throw new AppError('not-found', 'This document does not exist in this project.');
    if (!(await findOwnAnnotation(projectId, documentId, actor.userId))) {
      const [newest, people] = await Promise.all([findNewestSchemaVersion(projectId), findAnnotators([actor.userId])]);
      if (!newest) throw new AppError('not-ready', 'This project has no schema yet. Make one first.');
      const origin = people.get(actor.userId)?.isMachine ? 'simulated' : 'person';
      await insertDraft({ documentId, annotatorId: actor.userId, schemaVersionId: newest.id, origin });
    }
    const annotation = await findOwnAnnotation(projectId, documentId, actor.userId);
    if (!annotation) throw new AppError('not-found', 'This document does not exist in this project.');
    const now = new Date();
    if (!ahead) await keepSeat({ projectId, documentId, userId: actor.userId, now, visitId: null });
    await recordAudit({ projectId, userId: actor.userId, action: 'view-document', subject: `document:${documentId}` });
    return viewAnnotation(actor, projectId, annotation, now);
  },
});

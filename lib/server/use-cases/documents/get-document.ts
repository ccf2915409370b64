import { z } from 'zod';
import { seesProgress } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findDocument } from '../../repositories/document';
import { defineUseCase } from '../define-use-case';

/** One document: its pages, how reading went, and, for whoever may know, who labelled it and who predicted. */
export const getDocument = defineUseCase({
  name: 'get-document',
  access: { kind: 'project', permission: 'documents.view' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }) => {
    const document = await findDocument(projectId, documentId);
    if (!document) throw new AppError('not-found', 'There is no such document in this project.');
    await recordAudit({ projectId, userId: actor.userId, action: 'view-document', subject: `document:${documentId}` });
    if (seesProgress(actor, projectId)) return document;
    return { ...document, split: null, suite: null, goldAnnotationId: null, queueItem: null, annotations: null, predictions: null };
  },
});

export type DocumentDetail = Awaited<ReturnType<typeof getDocument>>;

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findDocument } from '../../repositories/document';
import { defineUseCase } from '../define-use-case';

/** One document: its pages, how reading went, who labelled it, who predicted. */
export const getDocument = defineUseCase({
  name: 'get-document',
  access: { kind: 'project', permission: 'documents.view' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }) => {
    const document = await findDocument(projectId, documentId);
    if (!document) throw new AppError('not-found', 'There is no such document in this project.');
    await recordAudit({ projectId, userId: actor.userId, action: 'view-document', subject: `document:${documentId}` });
    return document;
  },
});

export type DocumentDetail = Awaited<ReturnType<typeof getDocument>>;

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { storageFolderOf } from '../../ingest/write-document';
import { deleteUnlabelled, findPageFiles } from '../../repositories/document';
import { storage } from '../../storage/storage';
import { defineUseCase } from '../define-use-case';

/** Removes a document that nobody has labelled, with its files. Labelled ones stay: labels are never lost. */
export const deleteDocument = defineUseCase({
  name: 'delete-document',
  access: { kind: 'project', permission: 'documents.manage' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }) => {
    if (!(await findPageFiles(projectId, documentId, 0))) {
      throw new AppError('not-found', 'There is no such document in this project.');
    }
    if (!(await deleteUnlabelled(projectId, documentId))) {
      throw new AppError('locked', 'The document has labels, so it stays. Take it out of the queue instead.');
    }
    await recordAudit({ projectId, userId: actor.userId, action: 'delete-document', subject: `document:${documentId}` });
    await storage().removeAll(storageFolderOf(documentId));
    return { deleted: documentId };
  },
});

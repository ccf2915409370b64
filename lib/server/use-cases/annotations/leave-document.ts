import { z } from 'zod';
import { endVisit } from '../../repositories/lease';
import { findLabelDocument } from '../../repositories/annotation-view';
import { defineUseCase } from '../define-use-case';

/** A screen says goodbye: what it kept up ends now instead of by silence. Drafts stay. */
export const leaveDocument = defineUseCase({
  name: 'leave-document',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), visitId: z.string().min(8).max(64) }),
  run: async (actor, { projectId, documentId, visitId }) => {
    if (await findLabelDocument(projectId, documentId)) await endVisit(documentId, actor.userId, visitId);
    return {};
  },
});

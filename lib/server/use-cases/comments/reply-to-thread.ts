import { z } from 'zod';
import { recordAudit } from '../../auth/audit';
import { insertComment } from '../../repositories/comment';
import { findVisibleThread } from '../../review/find-discussed';
import { defineUseCase } from '../define-use-case';
import { commentBodySchema } from './comment-body';

/** Answers in a thread that the actor can read. */
export const replyToThread = defineUseCase({
  name: 'reply-to-thread',
  access: { kind: 'project', permission: 'annotations.discuss' },
  input: z.object({ projectId: z.string(), threadId: z.string(), body: commentBodySchema }),
  run: async (actor, { projectId, threadId, body }) => {
    const { annotationId } = await findVisibleThread(actor, projectId, threadId);
    const id = await insertComment(threadId, actor.userId, body);
    await recordAudit({ projectId, userId: actor.userId, action: 'reply-to-thread', subject: `annotation:${annotationId}` });
    return { id };
  },
});

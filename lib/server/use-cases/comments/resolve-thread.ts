import { z } from 'zod';
import { recordAudit } from '../../auth/audit';
import { setResolved } from '../../repositories/comment';
import { findVisibleThread } from '../../review/find-discussed';
import { defineUseCase } from '../define-use-case';

/** Says that a thread is dealt with, or opens it again. Nothing that was said goes away. */
export const resolveThread = defineUseCase({
  name: 'resolve-thread',
  access: { kind: 'project', permission: 'annotations.discuss' },
  input: z.object({ projectId: z.string(), threadId: z.string(), isResolved: z.boolean() }),
  run: async (actor, { projectId, threadId, isResolved }) => {
    const { annotationId } = await findVisibleThread(actor, projectId, threadId);
    await setResolved(threadId, isResolved ? actor.userId : null);
    const action = isResolved ? 'resolve-thread' : 'reopen-thread';
    await recordAudit({ projectId, userId: actor.userId, action, subject: `annotation:${annotationId}` });
    return { isResolved };
  },
});

import { isAllowed, type Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { isThreadVisible, mayDiscuss } from '@/lib/core/review/threads';
import { findAnnotation } from '../repositories/annotation';
import { findThread } from '../repositories/comment';

/** The annotation and who the actor is to it. @throws AppError `not-found` also where it is not theirs to discuss. */
export async function findDiscussed(actor: Actor, projectId: string, annotationId: string) {
  const annotation = await findAnnotation(projectId, annotationId);
  const reader = { userId: actor.userId, isReviewer: isAllowed(actor, 'annotations.review', projectId) };
  if (!annotation || !mayDiscuss(reader, annotation)) {
    throw new AppError('not-found', 'This annotation does not exist in this project, or is not yours to discuss.');
  }
  return { annotation, reader };
}

/** A thread that the actor can read. @throws AppError `not-found` where there is none. */
export async function findVisibleThread(actor: Actor, projectId: string, threadId: string) {
  const thread = await findThread(projectId, threadId);
  const missing = new AppError('not-found', 'This comment does not exist in this project.');
  if (!thread) throw missing;
  const { annotation, reader } = await findDiscussed(actor, projectId, thread.annotationId);
  if (!isThreadVisible(reader, annotation, thread)) throw missing;
  return thread;
}

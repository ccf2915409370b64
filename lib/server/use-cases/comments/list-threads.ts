import { z } from 'zod';
import { isThreadVisible, type ThreadView } from '@/lib/core/review/threads';
import { findAnnotators } from '../../repositories/annotator';
import { readThreads } from '../../repositories/comment';
import { findDiscussed } from '../../review/find-discussed';
import { defineUseCase } from '../define-use-case';

/** What is said about an annotation, as far as the actor may read it yet. */
export const listThreads = defineUseCase({
  name: 'list-threads',
  access: { kind: 'project', permission: 'annotations.discuss' },
  input: z.object({ projectId: z.string(), annotationId: z.string() }),
  run: async (actor, { projectId, annotationId }): Promise<{ readonly threads: readonly ThreadView[] }> => {
    const { annotation, reader } = await findDiscussed(actor, projectId, annotationId);
    const rows = (await readThreads(annotationId)).filter((thread) => isThreadVisible(reader, annotation, thread));
    const ids = rows.flatMap(({ resolvedById, comments }) => [...(resolvedById ? [resolvedById] : []), ...comments.map(({ authorId }) => authorId)]);
    const people = await findAnnotators(ids);
    const nameOf = (id: string): string => people.get(id)?.name ?? 'somebody';
    return {
      threads: rows.map(({ id, pointer, page, box, createdAt, resolvedAt, resolvedById, comments }) => ({
        id, annotationId, pointer, page, box,
        createdAt: createdAt.toISOString(),
        resolvedAt: resolvedAt?.toISOString() ?? null,
        resolvedByName: resolvedById === null ? null : nameOf(resolvedById),
        comments: comments.map((comment) => ({
          id: comment.id, body: comment.body, authorName: nameOf(comment.authorId), createdAt: comment.createdAt.toISOString(),
        })),
      })),
    };
  },
});

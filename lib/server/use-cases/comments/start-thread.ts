import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { pageBoxSchema } from '@/lib/core/geometry/word';
import { schemaAtPointer } from '@/lib/core/schema/schema-at';
import { isLeafSchema } from '@/lib/core/schema/types';
import { recordAudit } from '../../auth/audit';
import { readAnnotationContent } from '../../repositories/annotation';
import { findLabelDocument } from '../../repositories/annotation-view';
import { insertThread } from '../../repositories/comment';
import { findDiscussed } from '../../review/find-discussed';
import { defineUseCase } from '../define-use-case';
import { commentBodySchema } from './comment-body';

/** Refuses a pin on what the document or its schema does not have. */
async function assertPinned(projectId: string, annotation: { readonly id: string; readonly documentId: string }, pointer: string | null, page: number | null) {
  const [{ schemaVersion }, document] = await Promise.all([
    readAnnotationContent(annotation.id),
    findLabelDocument(projectId, annotation.documentId),
  ]);
  const field = pointer?.startsWith('/') ? schemaAtPointer(schemaVersion.schema, pointer) : undefined;
  if (pointer !== null && !(field && isLeafSchema(field))) throw new AppError('invalid-input', `The schema has no field at ${pointer}.`);
  if (page !== null && page >= (document?.pageCount ?? 0)) throw new AppError('invalid-input', `The document has no page ${page + 1}.`);
}

/** Says something about a leaf, a place on a page, or the whole annotation. */
export const startThread = defineUseCase({
  name: 'start-thread',
  access: { kind: 'project', permission: 'annotations.discuss' },
  input: z
    .object({
      projectId: z.string(),
      annotationId: z.string(),
      body: commentBodySchema,
      pointer: z.string().max(1000).nullable().default(null),
      page: z.number().int().nonnegative().nullable().default(null),
      box: pageBoxSchema.nullable().default(null),
    })
    .refine(({ box, page }) => box === null || page !== null, { message: 'a box stands on a page', path: ['page'] }),
  run: async (actor, { projectId, annotationId, body, pointer, page, box }) => {
    const { annotation } = await findDiscussed(actor, projectId, annotationId);
    await assertPinned(projectId, annotation, pointer, page);
    const id = await insertThread({ annotationId, startedById: actor.userId, body, pointer, page, box });
    await recordAudit({ projectId, userId: actor.userId, action: 'start-thread', subject: `annotation:${annotationId}` });
    return { id };
  },
});

import { z } from 'zod';
import { annotationContentSchema } from '@/lib/core/annotation/content';
import { AppError } from '@/lib/core/errors/app-error';
import { db } from '../../db/client';
import { findLabelDocument } from '../../repositories/annotation-view';
import { findSchemaVersionById } from '../../repositories/schema-version';
import { keepSeat } from '../../assignment/keep-seat';
import { defineUseCase } from '../define-use-case';
import { assertStorable } from './assert-storable';
import { findOwn } from './find-own';
import { storeRevision } from './store-revision';

/**
 * Saves the actor's work as the next revision, under the schema version that
 * they are looking at. The same mutation twice is one save with one answer; a
 * save that builds on an older revision is refused with what is there now.
 * @throws AppError `conflict`, `locked`, `does-not-fit-schema`.
 */
export const saveAnnotation = defineUseCase({
  name: 'save-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: annotationContentSchema.extend({
    projectId: z.string(),
    documentId: z.string(),
    baseRevision: z.number().int().nonnegative(),
    /** Chosen by the client, once for each save. */
    mutationId: z.string().min(8).max(64),
    schemaVersionId: z.string(),
  }),
  run: async (actor, { projectId, documentId, baseRevision, mutationId, schemaVersionId, ...content }) => {
    const annotation = await findOwn(actor, projectId, documentId);
    const [document, version] = await Promise.all([
      findLabelDocument(projectId, documentId),
      findSchemaVersionById(projectId, schemaVersionId),
    ]);
    if (!document || !version) throw new AppError('not-found', 'This project does not have that schema version.');
    assertStorable(version.schema, content, document.pageCount);
    const saved = await db().$transaction((tx) =>
      storeRevision(tx, { annotationId: annotation.id, baseRevision, mutationId, savedById: actor.userId, schemaVersionId, content }),
    );
    await keepSeat({ projectId, documentId, userId: actor.userId, now: new Date() });
    return saved;
  },
});

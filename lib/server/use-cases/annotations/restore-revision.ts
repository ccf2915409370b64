import { z } from 'zod';
import { wholeAsSave } from '@/lib/core/annotation/take-save';
import { AppError } from '@/lib/core/errors/app-error';
import { db } from '../../db/client';
import { readRevision } from '../../repositories/annotation';
import { findLabelDocument } from '../../repositories/annotation-view';
import { findSchemaVersionById } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';
import { assertStorable } from './assert-storable';
import { findOwn } from './find-own';
import { storeRevision } from './store-revision';

/**
 * Writes an earlier revision as the next one; what came after it stays in the
 * history. @throws AppError `conflict`, `locked`, `not-found`, `does-not-fit-schema`.
 */
export const restoreRevision = defineUseCase({
  name: 'restore-revision',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({
    projectId: z.string(),
    documentId: z.string(),
    revision: z.number().int().positive(),
    baseRevision: z.number().int().nonnegative(),
    mutationId: z.string().min(8).max(64),
  }),
  run: async (actor, { projectId, documentId, revision, baseRevision, mutationId }) => {
    const annotation = await findOwn(actor, projectId, documentId);
    const content = await readRevision(annotation.id, revision);
    if (!content) throw new AppError('not-found', `This annotation has no revision ${revision}.`);
    const { id: annotationId, schemaVersionId } = annotation;
    const [version, document] = await Promise.all([
      findSchemaVersionById(projectId, schemaVersionId),
      findLabelDocument(projectId, documentId),
    ]);
    // A revision from before a migration may not fit the version of today.
    if (version && document) assertStorable(version.schema, content, document.pageCount);
    const saved = await db().$transaction((tx) =>
      storeRevision(tx, {
        annotationId, baseRevision, mutationId, savedById: actor.userId, schemaVersionId,
        next: (base) => wholeAsSave(mutationId, base, content),
      }),
    );
    return { ...saved, content };
  },
});

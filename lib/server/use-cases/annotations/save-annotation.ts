import { z } from 'zod';
import { annotationContentSchema, type AnnotationContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import { notedOperationSchema } from '@/lib/core/annotation/noted-operation';
import { takeSave, type Save, type TakenSave } from '@/lib/core/annotation/take-save';
import { AppError } from '@/lib/core/errors/app-error';
import { db } from '../../db/client';
import { findLabelDocument } from '../../repositories/annotation-view';
import { findSchemaVersionById } from '../../repositories/schema-version';
import { keepSeat } from '../../assignment/keep-seat';
import { defineUseCase } from '../define-use-case';
import { assertStorable } from './assert-storable';
import { findOwn } from './find-own';
import { storeRevision } from './store-revision';

const addressSchema = z.object({
  projectId: z.string(),
  documentId: z.string(),
  baseRevision: z.number().int().nonnegative(),
  /** Chosen by the client, once for each save. */
  mutationId: z.string().min(8).max(64),
  schemaVersionId: z.string(),
  /** Done since the base, in order. */
  operations: z.array(notedOperationSchema).max(10_000).default([]),
});

const saveSchema = z.union([
  addressSchema.extend(annotationContentSchema.shape),
  addressSchema.extend({ contentHash: z.string().length(64) }),
]);

function whatItGives(input: z.output<typeof saveSchema>): Pick<Save, 'content' | 'contentHash'> {
  if (!('record' in input)) return { contentHash: input.contentHash };
  const { record, evidence, provenance } = input;
  const content = { record, evidence, provenance };
  return { content, contentHash: contentHash(content) };
}

function take(base: AnnotationContent, save: Save): TakenSave {
  const taken = takeSave(base, save);
  if (!taken) throw new AppError('out-of-step', 'The edits do not give the same here as in the browser. Send the whole content.');
  return taken;
}

/**
 * Saves the actor's work as the next revision, under the schema version that
 * they are looking at: operations with the hash of what they give, or the whole
 * content. The same mutation or operation twice has one effect; a save that
 * builds on an older revision is refused with what is there now.
 * @throws AppError `conflict`, `locked`, `out-of-step`, `does-not-fit-schema`.
 */
export const saveAnnotation = defineUseCase({
  name: 'save-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: saveSchema,
  run: async (actor, input) => {
    const { projectId, documentId, baseRevision, mutationId, schemaVersionId, operations } = input;
    const save = { mutationId, operations, ...whatItGives(input) };
    const [annotation, document, version] = await Promise.all([
      findOwn(actor, projectId, documentId),
      findLabelDocument(projectId, documentId),
      findSchemaVersionById(projectId, schemaVersionId),
    ]);
    if (!document || !version) throw new AppError('not-found', 'This project does not have that schema version.');
    const next = (base: AnnotationContent): TakenSave => {
      const taken = take(base, save);
      assertStorable(version.schema, taken.content, document.pageCount);
      return taken;
    };
    const saved = await db().$transaction((tx) =>
      storeRevision(tx, { annotationId: annotation.id, baseRevision, mutationId, savedById: actor.userId, schemaVersionId, sent: save, next }),
    );
    await keepSeat({ projectId, documentId, userId: actor.userId, now: new Date() });
    return saved;
  },
});

import { z } from 'zod';
import { carryProvenance } from '@/lib/core/annotation/carry-provenance';
import { wholeAsSave } from '@/lib/core/annotation/take-save';
import { AppError } from '@/lib/core/errors/app-error';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { readAnnotationContent } from '../../repositories/annotation';
import { findNewestSchemaVersion } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';
import { storeRevision } from './store-revision';

/**
 * Carries the actor's annotation to the newest schema version as its next
 * revision; the one before stays in the history, so what had no place is not lost.
 * @returns the pointers that were set aside.
 * @throws AppError `conflict`, `locked`.
 */
export const migrateAnnotation = defineUseCase({
  name: 'migrate-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({
    projectId: z.string(),
    documentId: z.string(),
    baseRevision: z.number().int().nonnegative(),
    mutationId: z.string().min(8).max(64),
  }),
  run: async (actor, { projectId, documentId, baseRevision, mutationId }) => {
    const annotation = await findOwn(actor, projectId, documentId);
    const [stored, newest] = await Promise.all([readAnnotationContent(annotation.id), findNewestSchemaVersion(projectId)]);
    if (!newest) throw new AppError('not-ready', 'This project has no schema yet.');
    if (newest.id === stored.schemaVersion.id) return { revision: stored.revision, aside: [] };
    const { record, evidence, provenance } = stored.content;
    const input = { before: stored.schemaVersion.schema, after: newest.schema, record, evidence };
    const migrated = migrateRecord(input);
    const content = {
      record: migrated.record,
      evidence: migrated.evidence,
      provenance: carryProvenance(provenance, input, migrated),
    };
    const saved = await db().$transaction((tx) =>
      storeRevision(tx, {
        annotationId: annotation.id, baseRevision, mutationId, savedById: actor.userId, schemaVersionId: newest.id,
        next: (base) => wholeAsSave(mutationId, base, content),
      }),
    );
    await recordAudit({ projectId, userId: actor.userId, action: 'migrate-annotation', subject: `annotation:${annotation.id}` });
    return { ...saved, aside: migrated.aside.map(({ pointer }) => pointer) };
  },
});

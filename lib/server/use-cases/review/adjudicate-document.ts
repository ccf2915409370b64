import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { settle, strayChoices, type Choices } from '@/lib/core/review/settle';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { assertStorable } from '../annotations/assert-storable';
import { findOwnAnnotation } from '../../repositories/annotation';
import { loadSides } from '../../review/load-sides';
import { ringPreLabels } from '../../prelabels/ring-pre-labels';
import { ownWorkRefusal } from '../../review/own-work';
import { writeAdjudication } from '../../review/write-adjudication';
import { defineUseCase } from '../define-use-case';

const sideSchema = z.object({ annotationId: z.string(), revision: z.number().int().nonnegative() });
const choiceSchema = z.union([
  z.object({ take: z.enum(['left', 'right']) }),
  z.object({ take: z.literal('own'), value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]) }),
]);

/**
 * Makes gold out of two annotations, leaf by leaf as the reviewer chose. It is
 * an annotation of the reviewer's; what the annotators handed in stays and is
 * locked.
 * @throws AppError `conflict` where a side has changed or was decided meanwhile, `invalid-input` where a choice is missing.
 */
export const adjudicateDocument = defineUseCase({
  name: 'adjudicate-document',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({
    projectId: z.string(),
    documentId: z.string(),
    left: sideSchema,
    right: sideSchema,
    choices: z.record(z.string(), choiceSchema),
  }),
  run: async (actor, { projectId, documentId, left, right, choices }) => {
    const { document, schemaVersion, sides } = await loadSides(projectId, documentId);
    const refusal = ownWorkRefusal(await findOwnAnnotation(projectId, documentId, actor.userId));
    if (refusal) throw new AppError('forbidden', refusal);
    const [a, b] = [left, right].map((asked) => sides.find((side) => side.annotationId === asked.annotationId && side.revision === asked.revision));
    if (!a || !b || a === b) throw new AppError('conflict', 'One of the annotations has changed meanwhile. Reload them.');
    const { schema } = schemaVersion;
    const stray = strayChoices(a.content.record, b.content.record, schema, choices);
    if (stray.length > 0) throw new AppError('invalid-input', 'A choice names a place that neither annotation has.', { places: stray });
    const settlement = settle({ left: a.content, right: b.content, schema, choices: choices as Choices });
    if (settlement.kind === 'unscorable') throw new AppError('does-not-fit-schema', `The two cannot be compared: ${settlement.reason}.`);
    if (settlement.kind === 'undecided') {
      throw new AppError('invalid-input', `${settlement.places.length} differences are undecided.`, { places: settlement.places });
    }
    assertStorable(schema, settlement.content, document.pageCount);
    const annotationId = await db().$transaction((tx) =>
      writeAdjudication(tx, {
        documentId,
        reviewerId: actor.userId,
        schemaVersionId: schemaVersion.id,
        content: settlement.content,
        sides: [left, right],
        reviewedAt: new Date(),
      }),
    );
    await recordAudit({ projectId, userId: actor.userId, action: 'adjudicate-document', subject: `annotation:${annotationId}` });
    await ringPreLabels(projectId);
    return { annotationId };
  },
});

import { z } from 'zod';
import type { ReviewEntry } from '@/lib/core/annotation/contract';
import { countByState, findForReview } from '../../repositories/review';
import { defineUseCase } from '../define-use-case';

/** Rows shown at most; the list is worked off from its head. */
const pageSize = 500;

/** Annotations by state, those that wait longest first. */
export const listReviews = defineUseCase({
  name: 'list-reviews',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), state: z.enum(['submitted', 'accepted', 'returned']).default('submitted') }),
  run: async (_actor, { projectId, state }) => {
    const [rows, counts] = await Promise.all([findForReview(projectId, state, pageSize), countByState(projectId)]);
    const entries = rows.map(({ id, documentId, origin, state: at, submittedAt, annotator, document }): ReviewEntry => ({
      annotationId: id,
      documentId,
      documentName: document.name,
      kind: document.kind,
      annotatorName: annotator.name,
      origin,
      state: at,
      submittedAt: submittedAt?.toISOString() ?? null,
    }));
    return { entries, counts };
  },
});

import { z } from 'zod';
import type { RevisionEntry } from '@/lib/core/annotation/contract';
import { findRevisions } from '../../repositories/annotation';
import { findAnnotators } from '../../repositories/annotator';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';

/** Newest revisions shown. */
const shown = 200;

/** The saves of the actor's annotation, newest first, without what they say. */
export const getHistory = defineUseCase({
  name: 'get-history',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }): Promise<{ readonly revisions: readonly RevisionEntry[] }> => {
    const annotation = await findOwn(actor, projectId, documentId);
    const rows = await findRevisions(annotation.id, shown);
    const people = await findAnnotators(rows.map(({ savedById }) => savedById));
    return {
      revisions: rows.map(({ revision, savedById, createdAt }) => ({
        revision,
        savedBy: people.get(savedById)?.name ?? 'somebody',
        createdAt: createdAt.toISOString(),
      })),
    };
  },
});

import { z } from 'zod';
import { emptyContent } from '@/lib/core/annotation/content';
import { contentChanges } from '@/lib/core/annotation/content-changes';
import type { RevisionEntry } from '@/lib/core/annotation/contract';
import { readRevisions } from '../../repositories/annotation';
import { findAnnotators } from '../../repositories/annotator';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';

/** Newest revisions shown, and changes told of each. */
const shown = { revisions: 200, changes: 12 };

/** The saves of the actor's annotation, newest first: who, when, and what each changed. */
export const getHistory = defineUseCase({
  name: 'get-history',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }): Promise<{ readonly revisions: readonly RevisionEntry[] }> => {
    const annotation = await findOwn(actor, projectId, documentId);
    const read = await readRevisions(annotation.id, shown.revisions + 1);
    const rows = read.slice(0, shown.revisions);
    const people = await findAnnotators(rows.map(({ savedById }) => savedById));
    return {
      revisions: rows.map(({ revision, savedById, createdAt, content }, at) => {
        const changes = contentChanges(read[at + 1]?.content ?? emptyContent, content);
        return {
          revision,
          savedBy: people.get(savedById)?.name ?? 'somebody',
          createdAt: createdAt.toISOString(),
          changes: changes.slice(0, shown.changes),
          changeCount: changes.length,
        };
      }),
    };
  },
});

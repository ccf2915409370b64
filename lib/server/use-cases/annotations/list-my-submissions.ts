import { z } from 'zod';
import type { SubmissionEntry } from '@/lib/core/annotation/contract';
import { toldOfHoneypot } from '@/lib/core/assignment/hand-in';
import { wantedAnnotators } from '@/lib/core/assignment/rules';
import { loadRules } from '../../assignment/load-rules';
import { findSubmissions } from '../../repositories/submission';
import { defineUseCase } from '../define-use-case';

/** How far back the list goes. */
const shown = 100;

/** What the actor handed in last, newest first, with what became of it. */
export const listMySubmissions = defineUseCase({
  name: 'list-my-submissions',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string() }),
  run: async (actor, { projectId }): Promise<{ readonly entries: readonly SubmissionEntry[] }> => {
    const [rules, rows] = await Promise.all([loadRules(projectId), findSubmissions(projectId, actor.userId, shown)]);
    const entries = rows.flatMap(({ documentId, state, submittedAt, returnNote, document, isHoneypot }): SubmissionEntry[] => {
      const told = isHoneypot ? toldOfHoneypot(state, rules.isReviewed, wantedAnnotators(rules, documentId)) : state;
      if (told === 'draft') return [];
      return [{
        documentId, returnNote, state: told, name: document.name, kind: document.kind,
        submittedAt: submittedAt?.toISOString() ?? null,
        canReopen: told === 'submitted',
      }];
    });
    return { entries };
  },
});

import { z } from 'zod';
import type { HoneypotResult } from '@/lib/core/assignment/contract';
import { ratesOf } from '@/lib/core/scoring';
import { findAnnotators } from '../../repositories/annotator';
import { sumHoneypotScores } from '../../repositories/honeypot';
import { defineUseCase } from '../define-use-case';

/** How each annotator answered documents whose gold was known: for leads, never for annotators. */
export const listHoneypotResults = defineUseCase({
  name: 'list-honeypot-results',
  access: { kind: 'project', permission: 'assignment.manage' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }): Promise<{ readonly results: readonly HoneypotResult[] }> => {
    const sums = await sumHoneypotScores(projectId);
    const people = await findAnnotators(sums.map(({ annotatorId }) => annotatorId));
    const results = sums.map((sum) => ({
      ...sum,
      annotatorName: people.get(sum.annotatorId)?.name ?? 'somebody',
      f1: sum.answered > 0 ? ratesOf(sum).f1 : null,
    }));
    return { results: results.sort((a, b) => a.annotatorName.localeCompare(b.annotatorName)) };
  },
});

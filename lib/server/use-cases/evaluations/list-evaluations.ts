import { z } from 'zod';
import { scoringVersion } from '@/lib/core/scoring';
import { findLatestEvaluations, microFigureSchema, unscorableSchema } from '../../repositories/evaluation';
import { defineUseCase } from '../define-use-case';

/** The newest evaluation of each checkpoint on each split. */
export const listEvaluations = defineUseCase({
  name: 'list-evaluations',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }) => {
    const rows = await findLatestEvaluations(projectId, scoringVersion);
    return rows.map(({ micro, unscorable, createdAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      micro: microFigureSchema.parse(micro),
      unscorable: unscorableSchema.parse(unscorable),
    }));
  },
});

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { findRound } from '../../repositories/round';
import { describeRounds } from '../../rounds/describe-round';
import { loadFindings } from '../../rounds/preflight-findings';
import { defineUseCase } from '../define-use-case';

/** One round with its checkpoints. @throws AppError `not-found` */
export const getRound = defineUseCase({
  name: 'get-round',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string(), roundId: z.string() }),
  run: async (_actor, { projectId, roundId }) => {
    const row = await findRound(projectId, roundId);
    const [round] = row ? await describeRounds(projectId, [row]) : [];
    if (!row || !round) throw new AppError('not-found', 'There is no such round in this project.');
    const checkpoints = row.checkpoints.map(({ createdAt, ...checkpoint }) => ({
      ...checkpoint,
      createdAt: createdAt.toISOString(),
    }));
    return { ...round, checkpoints, findings: await loadFindings(projectId, roundId) };
  },
});

export type RoundDetail = Awaited<ReturnType<typeof getRound>>;

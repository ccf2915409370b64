import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { findCheckpointNumbers } from '../../repositories/checkpoint';
import { findRound, findRoundNumber } from '../../repositories/round';
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
    const { teacher, preferences, passRatesFrom } = round.inputs;
    const [findings, numbers, passRatesNumber] = await Promise.all([
      loadFindings(projectId, roundId),
      findCheckpointNumbers(projectId, [teacher?.checkpointId ?? '', preferences?.checkpointId ?? '']),
      passRatesFrom === null ? null : findRoundNumber(projectId, passRatesFrom),
    ]);
    const numberOf = (source: { readonly checkpointId: string } | null): number | null => (source && numbers.get(source.checkpointId)) ?? null;
    return { ...round, checkpoints, findings, teacherNumber: numberOf(teacher), rejectedNumber: numberOf(preferences), passRatesNumber };
  },
});

export type RoundDetail = Awaited<ReturnType<typeof getRound>>;

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { passRatesOf } from '@/lib/core/round/pass-rates';
import { findDocumentNames } from '../../repositories/document-names';
import { findRound } from '../../repositories/round';
import { findRolloutRewards } from '../../repositories/round-event';
import { defineUseCase } from '../define-use-case';

/** How each training document came to be read over the steps of a round, the hardest first. No values are shown. */
export const getPassRates = defineUseCase({
  name: 'get-pass-rates',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string(), roundId: z.string() }),
  run: async (_actor, { projectId, roundId }) => {
    if (!(await findRound(projectId, roundId))) throw new AppError('not-found', 'There is no such round in this project.');
    const rates = passRatesOf(await findRolloutRewards(roundId));
    const names = await findDocumentNames(projectId, rates.map(({ documentId }) => documentId));
    return { documents: rates.map((rate) => ({ ...rate, name: names.get(rate.documentId) ?? rate.documentId })) };
  },
});

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { updateRoundNotes as updateNotes } from '../../repositories/round';
import { defineUseCase } from '../define-use-case';

/** What people write beside a round; nothing else of it can be changed. */
export const updateRoundNotes = defineUseCase({
  name: 'update-round-notes',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({ projectId: z.string(), roundId: z.string(), notes: z.string().trim().max(2000) }),
  run: async (_actor, { projectId, roundId, notes }) => {
    const { count } = await updateNotes(projectId, roundId, notes);
    if (count === 0) throw new AppError('not-found', 'There is no such round in this project.');
    return { notes };
  },
});

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { commitSelectionRows, findSelection } from '../../repositories/selection';
import { defineUseCase } from '../define-use-case';

/** Puts the picks into the labelling queue, in their order. Twice is once. */
export const commitSelection = defineUseCase({
  name: 'commit-selection',
  access: { kind: 'project', permission: 'selection.run' },
  input: z.object({ projectId: z.string(), selectionId: z.string() }),
  run: async (actor, { projectId, selectionId }) => {
    const selection = await findSelection(projectId, selectionId);
    if (!selection) throw new AppError('not-found', 'This selection does not exist in this project.');
    const queued = await commitSelectionRows(db(), projectId, selectionId);
    if (queued !== null) {
      await recordAudit({ projectId, userId: actor.userId, action: 'commit-selection', subject: `selection:${selectionId}` });
    }
    return { queued: queued ?? 0, wasCommitted: queued === null };
  },
});

import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { findSelection } from '../../repositories/selection';
import { defineUseCase } from '../define-use-case';

/** One run with its picks, map, gain curve and what was kept out. */
export const getSelection = defineUseCase({
  name: 'get-selection',
  access: { kind: 'project', permission: 'selection.view' },
  input: z.object({ projectId: z.string(), selectionId: z.string() }),
  run: async (_actor, { projectId, selectionId }) => {
    const selection = await findSelection(projectId, selectionId);
    if (!selection) throw new AppError('not-found', 'This selection does not exist in this project.');
    return selection;
  },
});

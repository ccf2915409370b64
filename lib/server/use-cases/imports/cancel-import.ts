import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { countImportFiles, endImport, findImport } from '../../repositories/import';
import { defineUseCase } from '../define-use-case';

/** Stops an import: what is imported stays, the file being read is dropped. */
export const cancelImport = defineUseCase({
  name: 'cancel-import',
  access: { kind: 'project', permission: 'documents.import' },
  input: z.object({ projectId: z.string(), importId: z.string() }),
  run: async (_actor, { projectId, importId }) => {
    if (!(await findImport(projectId, importId))) throw new AppError('not-found', 'There is no such import in this project.');
    await endImport(importId, 'cancelled');
    return countImportFiles(importId);
  },
});

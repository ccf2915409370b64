import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { countImportFiles, findImport, findImportRemarks } from '../../repositories/import';
import { defineUseCase } from '../define-use-case';

/** How an import stands: counts, and each file that has something to say. */
export const getImport = defineUseCase({
  name: 'get-import',
  access: { kind: 'project', permission: 'documents.import' },
  input: z.object({ projectId: z.string(), importId: z.string() }),
  run: async (_actor, { projectId, importId }) => {
    const found = await findImport(projectId, importId);
    if (!found) throw new AppError('not-found', 'There is no such import in this project.');
    const [counts, remarks] = await Promise.all([countImportFiles(importId), findImportRemarks(importId, 1_000)]);
    return { ...found, counts, remarks };
  },
});

export type ImportProgress = Awaited<ReturnType<typeof getImport>>;

import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { recordAudit } from '../../auth/audit';
import { type ImportResult, isImportEnded } from '../../ingest/import-context';
import { importLimits } from '../../ingest/import-limits';
import { importPath } from '../../ingest/import-path';
import { stagingFolder, sweepImports } from '../../ingest/sweep-imports';
import { countImportFiles, endImport, insertImport } from '../../repositories/import';
import { defineUseCase } from '../define-use-case';
import { isPlace, placeInput, placeRule } from '../documents/place-input';

/**
 * Imports what stands at a path of the server: for the command line and the
 * demo. Admins only: the path may be any that the process can read.
 */
export const importFromPath = defineUseCase({
  name: 'import-from-path',
  access: { kind: 'admin' },
  input: z
    .object({
      projectId: z.string(),
      path: z.string().min(1),
      ...placeInput,
      onResult: z.custom<(result: ImportResult) => void>((value) => typeof value === 'function').optional(),
      signal: z.instanceof(AbortSignal).optional(),
    })
    .refine(isPlace, placeRule),
  run: async (actor, { projectId, path, split = 'pool', suite = null, onResult, signal }) => {
    await sweepImports(new Date());
    const place = { split, suite };
    const importId = await insertImport({ projectId, source: path, createdById: actor.userId, place });
    await recordAudit({ projectId, userId: actor.userId, action: 'start-import', subject: `import:${importId}` });
    const workFolder = stagingFolder(importId);
    let isFinished = false;
    try {
      await importPath(
        {
          projectId,
          importId,
          place,
          limits: importLimits(),
          workFolder,
          isCancelled: async () => signal?.aborted === true || isImportEnded(importId),
          ...(onResult ? { onResult } : {}),
        },
        path,
      );
      isFinished = signal?.aborted !== true;
    } finally {
      await rm(workFolder, { recursive: true, force: true });
      await endImport(importId, isFinished ? 'finished' : 'cancelled');
    }
    return { importId, ...(await countImportFiles(importId)) };
  },
});

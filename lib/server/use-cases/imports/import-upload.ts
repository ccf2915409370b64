import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { newId } from '../../db/new-id';
import { type ImportContext, type ImportResult, isImportEnded, tryFile } from '../../ingest/import-context';
import { importLimits } from '../../ingest/import-limits';
import { importFile } from '../../ingest/import-path';
import { receiveFile } from '../../ingest/receive-file';
import { stagingFolder } from '../../ingest/sweep-imports';
import { findImport } from '../../repositories/import';
import { defineUseCase } from '../define-use-case';

/** The answer lists this many outcomes, and as many more that there is something to say of; `get-import` has them all. */
const listedResults = 200;

/** Counts every outcome and lists the first ones: of an archive of thousands nobody reads more. */
function createTally() {
  const counts = { imported: 0, duplicate: 0, failed: 0 };
  const results: ImportResult[] = [];
  let unsaid = 0;
  let remarks = 0;
  return {
    add: (result: ImportResult): void => {
      counts[result.outcome] += 1;
      const isRemark = result.message !== null;
      if (isRemark) remarks += 1;
      if (results.length < listedResults || (isRemark && remarks <= listedResults)) results.push(result);
      else if (isRemark) unsaid += 1;
    },
    /** `unsaid`: so many more have a message that is not listed. */
    told: () => ({ counts, results, unsaid }),
  };
}

/**
 * Takes one file of an import, an archive counting as one, and imports what it
 * holds. A file that is refused is an outcome, not an error of the request.
 */
export const importUpload = defineUseCase({
  name: 'import-upload',
  access: { kind: 'project', permission: 'documents.import' },
  input: z.object({
    projectId: z.string(),
    importId: z.string(),
    /** As the person sees it, with its folder where one was dropped. */
    name: z.string().trim().min(1).max(1_000),
    content: z.custom<AsyncIterable<Uint8Array>>(
      (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
      { message: 'the request has no body' },
    ),
  }),
  run: async (_actor, { projectId, importId, name, content }) => {
    const found = await findImport(projectId, importId);
    if (!found) throw new AppError('not-found', 'There is no such import in this project.');
    if (found.state !== 'running') throw new AppError('conflict', `This import is ${found.state}. Start a new one.`);
    const tally = createTally();
    const workFolder = path.join(stagingFolder(importId), newId());
    const context: ImportContext = {
      projectId,
      importId,
      place: found.place,
      limits: importLimits(),
      workFolder,
      isCancelled: () => isImportEnded(importId),
      onResult: tally.add,
    };
    await mkdir(workFolder, { recursive: true });
    try {
      const file = path.join(workFolder, 'upload');
      const refusal = await receiveFile(content, file, context.limits);
      if (refusal) await tryFile(context, { name, bytes: 0 }, () => Promise.reject(refusal));
      else await importFile(context, name, file);
    } finally {
      await rm(workFolder, { recursive: true, force: true });
    }
    return tally.told();
  },
});

export type UploadOutcome = Awaited<ReturnType<typeof importUpload>>;

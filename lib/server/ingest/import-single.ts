import { stat } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors/app-error';
import { findByContentHash } from '../repositories/new-document';
import { hashFiles } from './hash-files';
import { type ImportContext, type ImportResult, tryFile } from './import-context';
import { assertFileBytes } from './import-limits';
import { openPages } from './open-pages';
import { sniffFile } from './sniff-file';
import { writeDocument } from './write-document';

/** @throws AppError `duplicate` that names the document with the same bytes */
export async function assertNew(projectId: string, contentHash: string): Promise<void> {
  const found = await findByContentHash(projectId, contentHash);
  if (found) throw new AppError('duplicate', `The same bytes are here already as "${found.name}".`, { documentId: found.id });
}

/** Imports one image or PDF as one document. */
export async function importSingle(context: ImportContext, name: string, file: string): Promise<ImportResult> {
  const { size: bytes } = await stat(file);
  return tryFile(context, { name, bytes }, async ({ importFileId, documentId }) => {
    assertFileBytes(bytes, context.limits);
    const { kind, note } = await sniffFile(file, name);
    if (kind === 'zip') throw new AppError('unsupported-file', 'An archive inside an archive or folder is not opened. Import it by itself.');
    if (kind === 'json-lines') {
      throw new AppError('unsupported-file', 'JSON lines need their images: put both into one zip, or import the folder from the command line.');
    }
    const contentHash = await hashFiles([file]);
    await assertNew(context.projectId, contentHash);
    const source = await openPages(file, kind, context.limits);
    try {
      await writeDocument(
        {
          row: {
            id: documentId,
            projectId: context.projectId,
            name,
            kind: null,
            groupKey: null,
            ...context.place,
            contentHash,
          },
          source,
          givenWords: () => null,
          gold: () => null,
        },
        { importFileId, note, isCancelled: context.isCancelled },
      );
    } finally {
      await source.close();
    }
    return note;
  });
}

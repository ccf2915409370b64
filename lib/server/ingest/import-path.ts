import { stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';
import { importBundle } from './import-bundle';
import { type ImportContext, tryFile } from './import-context';
import { assertFileBytes } from './import-limits';
import { importRows } from './import-rows';
import { importSingle } from './import-single';
import { listFolder } from './list-folder';
import { sniffFile } from './sniff-file';
import { unpackZip } from './unpack-zip';

/** Whether the content is an archive; what cannot be told is refused later, by name. */
const isArchive = (file: string, name: string): Promise<boolean> =>
  sniffFile(file, name).then(
    ({ kind }) => kind === 'zip',
    () => false,
  );

/** Imports one uploaded or local file: an image, a PDF, or an archive of them. */
export async function importFile(context: ImportContext, name: string, file: string): Promise<void> {
  if (!(await isArchive(file, name))) {
    await importSingle(context, name, file);
    return;
  }
  const folder = path.join(context.workFolder, 'unpacked');
  const bundle = await (async () => {
    const { size } = await stat(file);
    assertFileBytes(size, context.limits);
    return unpackZip(file, folder, context.limits);
  })().catch(async (error: unknown) => {
    // Written down as the archive's own outcome.
    await tryFile(context, { name, bytes: (await stat(file)).size }, () => Promise.reject(error));
    return null;
  });
  if (bundle?.names.length === 0) {
    await tryFile(context, { name, bytes: 0 }, () =>
      Promise.reject(new AppError('unsupported-file', 'The archive holds no files.')),
    );
  }
  if (bundle) await importBundle(context, bundle);
}

/**
 * Imports what stands at a path of this machine: a file, a folder, an archive,
 * or a JSON-lines file with its images beside it.
 * @throws AppError `not-found`, `too-large`
 */
export async function importPath(context: ImportContext, target: string): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (!found) throw new AppError('not-found', `There is nothing at ${target}.`);
  if (found.isDirectory()) {
    await importBundle(context, await listFolder(target, context.limits));
  } else if (/\.(jsonl|ndjson)$/i.test(target)) {
    const bundle = await listFolder(path.dirname(target), context.limits);
    await importRows(context, { name: path.basename(target), file: target, bundle });
  } else await importFile(context, path.basename(target), target);
}

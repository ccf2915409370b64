import path from 'node:path';
import type { Bundle } from './bundle';
import type { ImportContext } from './import-context';
import { importRows } from './import-rows';
import { importSingle } from './import-single';

const isRowsFile = (name: string): boolean => /\.(jsonl|ndjson)$/i.test(name);

/**
 * Imports files that came together. With JSON lines among them the rows say
 * what the documents are, and files that no row names are left alone; without,
 * each file is a document.
 */
export async function importBundle(context: ImportContext, bundle: Bundle): Promise<void> {
  const rowsFiles = bundle.names.filter(isRowsFile);
  for (const name of rowsFiles.length > 0 ? rowsFiles : bundle.names) {
    if (await context.isCancelled()) return;
    const file = bundle.locate(name);
    if (file === null) continue;
    if (rowsFiles.length > 0) await importRows(context, { name, file, bundle });
    else await importSingle(context, name.split(path.sep).join('/'), file);
  }
}

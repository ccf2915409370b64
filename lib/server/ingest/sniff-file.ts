import path from 'node:path';
import { open, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '@/lib/core/errors/app-error';

export type FileKind = 'jpeg' | 'png' | 'webp' | 'tiff' | 'pdf' | 'zip' | 'json-lines';

export interface SniffedFile {
  readonly kind: FileKind;
  /** Said beside the imported file where its name promised something else. */
  readonly note: string | null;
}

const kindOfMime: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
};

const kindOfExtension: Readonly<Record<string, FileKind>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  tif: 'tiff',
  tiff: 'tiff',
  pdf: 'pdf',
  zip: 'zip',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
};

const accepted = 'PNG, JPEG, WebP, TIFF, PDF and zip are read';

async function startsAsTiff(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return ['49492a00', '4d4d002a'].includes(buffer.toString('hex'));
  } finally {
    await handle.close();
  }
}

/**
 * What a file is, by its content. The name decides nothing but JSON lines,
 * which are text without a mark of their own.
 * @throws AppError `unsupported-file`, `broken-file` (empty)
 */
export async function sniffFile(file: string, name: string): Promise<SniffedFile> {
  if ((await stat(file)).size === 0) throw new AppError('broken-file', 'The file is empty.');
  const extension = path.extname(name).slice(1).toLowerCase();
  const promised = kindOfExtension[extension];
  // A TIFF's directory may stand at its end; where that is cut off, file-type is at a loss.
  const found = (await fileTypeFromFile(file)) ?? ((await startsAsTiff(file)) ? { mime: 'image/tiff' } : undefined);
  if (!found && promised === 'json-lines') return { kind: promised, note: null };
  const kind = found && kindOfMime[found.mime];
  if (!kind) {
    const what = found ? `is ${found.mime}` : 'is none of the kinds known';
    const claim = promised && promised !== 'json-lines' ? `The name says ${promised.toUpperCase()}, but the content ${what}` : `The content ${what}`;
    throw new AppError('unsupported-file', `${claim}; ${accepted}.`);
  }
  const note = promised && promised !== kind ? `Named .${extension}, but its content is ${kind.toUpperCase()}: read as that.` : null;
  return { kind, note };
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { sha256 } from '@/lib/server/storage/sha256';

/** Where the trainer's package lies in a clone, from the project's folder. */
const sources = (): string => path.resolve('trainer/src');

/** Zip knows no time zones; the same content must be the same bytes. */
const noTime = new Date(Date.UTC(2000, 0, 1, 12));

interface SourceFile {
  readonly name: string;
  readonly bytes: Buffer;
}

async function readSources(): Promise<readonly SourceFile[]> {
  const root = sources();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.pyc'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return Promise.all(names.sort().map(async (name) => ({ name, bytes: await readFile(path.join(root, name)) })));
}

function zip(files: readonly SourceFile[]): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const { name, bytes } of files) archive.addBuffer(bytes, name, { mtime: noTime, mode: 0o100644 });
  archive.end();
  return buffer(archive.outputStream);
}

export interface TrainerPackage {
  /** By its content, as Ray wants such names to be. */
  readonly name: string;
  readonly zip: () => Promise<Buffer>;
}

/** The trainer's own code as the nodes of a cluster get it; its libraries must be there. */
export async function packTrainer(): Promise<TrainerPackage> {
  const files = await readSources();
  const hash = sha256(files.map(({ name, bytes }) => `${name}\0${sha256(bytes)}\n`).join(''));
  return { name: `_ray_pkg_hundredfold_${hash.slice(0, 32)}.zip`, zip: () => zip(files) };
}

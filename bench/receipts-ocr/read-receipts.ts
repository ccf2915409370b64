import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { z } from 'zod';
import { wordSchema } from '@/lib/core/geometry/word';
import type { LabelledDocument } from '@/lib/core/policy';
import { createReaderPool } from '@/lib/server/ocr/reader-pool';

const folder = fileURLToPath(new URL('../../../shared/data/receipts-sroie', import.meta.url));
const cacheFolder = path.resolve('.data', 'bench-receipts-ocr');
/** As many as the measured machine has cores. */
const engines = 2;

const readSchema = z.object({
  width: z.number().int(),
  height: z.number().int(),
  words: z.array(wordSchema),
  /** From the image's bytes to its words. */
  ms: z.number(),
});
export type ReadReceipt = z.infer<typeof readSchema>;

const rowSchema = z.object({ id: z.string(), image: z.string() });

/** Image file of each receipt by its id; null where the data is absent. */
export async function findImages(): Promise<ReadonlyMap<string, string> | null> {
  const listing = path.join(folder, 'documents.jsonl');
  if (!existsSync(listing)) return null;
  const lines = (await readFile(listing, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return new Map(lines.map((line) => rowSchema.parse(JSON.parse(line))).map(({ id, image }) => [id, path.join(folder, image)]));
}

/** Reads every receipt by the product's own engines; what was read before is taken from `.data`. */
export async function readReceipts(
  images: ReadonlyMap<string, string>,
  onDone: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, ReadReceipt>> {
  await mkdir(cacheFolder, { recursive: true });
  const pool = createReaderPool({ size: engines });
  const read = new Map<string, ReadReceipt>();
  const signal = new AbortController().signal;
  const readOne = async (id: string, file: string): Promise<ReadReceipt> => {
    const cached = path.join(cacheFolder, `${id}.json`);
    if (existsSync(cached)) return readSchema.parse(JSON.parse(await readFile(cached, 'utf8')));
    let startedAt = 0;
    const load = async (): Promise<Uint8Array> => {
      startedAt = performance.now();
      return readFile(file);
    };
    const words = await pool.read(load, 'eng', signal);
    const { width, height } = await sharp(file).metadata();
    const receipt = { width, height, words, ms: performance.now() - startedAt };
    await writeFile(`${cached}.part`, JSON.stringify(receipt));
    await rename(`${cached}.part`, cached);
    return receipt;
  };
  await Promise.all(
    [...images].map(async ([id, file]) => {
      read.set(id, await readOne(id, file));
      onDone(read.size, images.size);
    }),
  );
  await pool.stop();
  return read;
}

/** The same document as OCR sees it. @throws Error where it was not read */
export function asRead(document: LabelledDocument, read: ReadonlyMap<string, ReadReceipt>): LabelledDocument {
  const receipt = read.get(document.id);
  if (!receipt) throw new Error(`Receipt ${document.id} was not read.`);
  const { width, height, words } = receipt;
  return { ...document, pages: [{ page: 0, width, height, words }] };
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { generateReport } from '@/lib/demo';

export interface ReportSizes {
  /** Images alone. */
  readonly plain: number;
  /** In the archive, with gold. */
  readonly pool: number;
  readonly validation: number;
  readonly test: number;
  /** Of another kind, in a transfer suite. */
  readonly transfer?: number;
}

export const suiteName = 'Discharge letters';

const seed = 2_025;
/** Kinds with few words: what is tested is the way, not the reading. */
const kinds = ['urine', 'ecg', 'ultrasound'] as const;

/**
 * Synthetic reports as somebody has them who wants to import: images, and a zip
 * of images with JSON lines that bring gold.
 * @returns the images and then the zip, in a folder that the caller removes.
 */
export async function writeReports({ plain, pool, validation, test, transfer = 0 }: ReportSizes): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-reports-'));
  const splits = [
    ...Array.from({ length: plain }, () => null),
    ...Array.from({ length: pool }, () => 'pool'),
    ...Array.from({ length: validation }, () => 'validation'),
    ...Array.from({ length: test }, () => 'test'),
    ...Array.from({ length: transfer }, () => 'transfer'),
  ];
  const files: string[] = [];
  const rows: object[] = [];
  const archive = new yazl.ZipFile();
  for (const [index, split] of splits.entries()) {
    const kind = split === 'transfer' ? 'discharge-letter' : (kinds[index % kinds.length] ?? 'ecg');
    const suite = split === 'transfer' ? { suite: suiteName } : {};
    const { id, group, image, gold, evidence } = await generateReport({ seed, index, kind });
    if (split === null) {
      const file = path.join(folder, `${id}.jpg`);
      await writeFile(file, image);
      files.push(file);
    } else {
      archive.addBuffer(image, `images/${id}.jpg`);
      rows.push({ id, image: `images/${id}.jpg`, kind, group, split, ...suite, gold, evidence, boxes: 'page' });
    }
  }
  archive.addBuffer(Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')), 'documents.jsonl');
  archive.end();
  const zip = path.join(folder, 'reports.zip');
  await pipeline(archive.outputStream, createWriteStream(zip));
  return { folder, files: [...files, zip] };
}

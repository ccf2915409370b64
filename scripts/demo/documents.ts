import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import type { Actor } from '@/lib/core/access/roles';
import { generateReport, planDemo } from '@/lib/demo';
import { db } from '@/lib/server/db/client';
import { dataPath } from '@/lib/server/env/env';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';

export interface DemoSize {
  readonly pool: number;
  readonly validation: number;
  readonly test: number;
  /** Of the transfer suite. */
  readonly transfer: number;
}

const seed = 100;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Writes the synthetic reports and their JSON lines below the data folder, as
 * somebody would who has documents to import. What is complete is left alone.
 * @returns path of the JSON-lines file.
 */
export async function writeDemoDocuments(size: DemoSize, onDone: (done: number, total: number) => void): Promise<string> {
  const folder = dataPath('demo-documents', `${size.pool}-${size.validation}-${size.test}-${size.transfer}`);
  const listing = path.join(folder, 'documents.jsonl');
  if (await exists(listing)) return listing;
  await mkdir(path.join(folder, 'images'), { recursive: true });
  const planned = planDemo({ seed, ...size });
  const aside = `${listing}.part`;
  const lines = createWriteStream(aside);
  for (const [index, order] of planned.entries()) {
    const report = await generateReport(order);
    const image = path.join('images', `${report.id}.jpg`);
    await writeFile(path.join(folder, image), report.image);
    const { id, kind, group, gold, evidence } = report;
    const place = { split: order.split, ...(order.suite === null ? {} : { suite: order.suite }) };
    lines.write(`${JSON.stringify({ id, image, kind, group, ...place, gold, evidence, boxes: 'page' })}\n`);
    onDone(index + 1, planned.length);
  }
  lines.end();
  await once(lines, 'finish');
  await rename(aside, listing);
  return listing;
}

/** Imports the listing unless its documents are here already. */
export async function importDemoDocuments(
  admin: Actor,
  projectId: string,
  listing: string,
  expected: number,
  onDone: (done: number) => void,
): Promise<void> {
  if ((await db().document.count({ where: { projectId } })) >= expected) return;
  let done = 0;
  const result = await importFromPath(admin, {
    projectId,
    path: listing,
    onResult: () => onDone(++done),
  });
  if (result.failed > 0) throw new Error(`${result.failed} of the demo's own documents could not be imported.`);
}

export interface ReadingProgress {
  readonly read: number;
  readonly failed: number;
  readonly total: number;
}

/** How far the worker is with reading. */
export async function readingProgress(projectId: string): Promise<ReadingProgress> {
  const [read, failed, total] = await Promise.all([
    db().document.count({ where: { projectId, readState: 'read' } }),
    db().document.count({ where: { projectId, readState: 'failed' } }),
    db().document.count({ where: { projectId } }),
  ]);
  return { read, failed, total };
}

/** Pages a second over the whole reading: pages over first start to last end, as the rows have it. */
export async function pagesPerSecond(projectId: string): Promise<number | null> {
  const { _min, _max, _count } = await db().document.aggregate({
    where: { projectId, readAt: { not: null }, readMs: { not: null } },
    _min: { readAt: true },
    _max: { readAt: true },
    _count: true,
  });
  if (!_min.readAt || !_max.readAt || _count < 2) return null;
  const seconds = (_max.readAt.getTime() - _min.readAt.getTime()) / 1000;
  return seconds > 0 ? (_count - 1) / seconds : null;
}

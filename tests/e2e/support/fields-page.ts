import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Suggestions } from '@/lib/core/annotation/contract';
import type { PageBox } from '@/lib/core/geometry/box';
import type { JsonObject } from '@/lib/core/record/json';
import { generateReport } from '@/lib/demo';
import { db } from '@/lib/server/db/client';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import type { Actor } from '@/lib/core/access/roles';

export interface ImportedReport {
  readonly documentId: string;
  readonly rows: readonly JsonObject[];
  readonly size: { readonly width: number; readonly height: number };
  /** Around the table with its heading, 0–1. */
  readonly table: readonly [number, number, number, number];
}

/** A generated blood report with the words that were printed, so that nothing waits for OCR. */
export async function importReport(admin: Actor, projectId: string, seed: number): Promise<ImportedReport> {
  const report = await generateReport({ seed, index: 0, kind: 'blood' });
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-fields-'));
  try {
    await writeFile(path.join(folder, 'report.jpg'), report.image);
    const row = { id: report.id, image: 'report.jpg', boxes: 'page', words: report.words };
    await writeFile(path.join(folder, 'documents.jsonl'), `${JSON.stringify(row)}\n`);
    await importFromPath(admin, { projectId, path: path.join(folder, 'documents.jsonl') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { id } = await db().document.findFirstOrThrow({ where: { projectId }, select: { id: true }, orderBy: { createdAt: 'desc' } });
  const boxes = Object.entries(report.evidence).flatMap(([pointer, found]) => (pointer.startsWith('/Indicators/') ? found.map(({ box }) => box) : []));
  const least = (at: 0 | 1): number => Math.min(...boxes.map((box: PageBox) => box[at]));
  const most = (at: 2 | 3): number => Math.max(...boxes.map((box: PageBox) => box[at]));
  const line = (boxes[0]?.[3] ?? 0) - (boxes[0]?.[1] ?? 0);
  return {
    documentId: id,
    rows: (report.gold.Indicators ?? []) as readonly JsonObject[],
    size: report,
    table: [Math.max(0.005, least(0) - 0.05), least(1) - 2.2 * line, Math.min(0.995, most(2) + 0.05), most(3) + 0.5 * line],
  };
}

/** Nobody evaluates checkpoints of that age by themselves. */
const longAgo = new Date('2020-01-01');

/** What a checkpoint would suggest for a document. */
export async function suggest(projectId: string, documentId: string, { record, evidence, confidence }: Omit<Suggestions, 'model'>): Promise<void> {
  const { id: schemaVersionId } = await db().schemaVersion.findFirstOrThrow({ where: { projectId }, select: { id: true } });
  const checkpoint = await db().checkpoint.create({
    data: { projectId, number: 1, role: 'trained', name: 'Checkpoint 1', engine: 'embedded', schemaVersionId, hash: randomUUID(), manifest: {}, storagePrefix: 'none', createdAt: longAgo },
  });
  await db().prediction.create({
    data: { checkpointId: checkpoint.id, documentId, record: record as object, evidence: evidence as object, confidence: { ...confidence } },
  });
}

/** A cell of a table by what it is called: "Indicators row 1 Result". */
export const cell = (page: Page, name: string): Locator => page.getByRole('gridcell', { name: new RegExp(`^${name}:`) });

/** What stands in a table, row by row. */
export const cellTexts = (grid: Locator, column: string): Promise<string[]> =>
  grid.getByRole('gridcell', { name: new RegExp(` ${column}:`) }).allInnerTexts();

/** Puts a text on the clipboard as another program would, and presses the key. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

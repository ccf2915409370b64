import sharp from 'sharp';
import { createRandom, type Random } from '@/lib/core/random';
import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { leavesOf } from '@/lib/core/record/pointer';
import { documentFeatures } from '@/lib/core/sampling';
import { type DemoReport, generateReport } from '@/lib/demo';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/server/db/new-id';
import { perceptualHashOf, previewOf, samplerThumbnailOf } from '@/lib/server/ingest/page-pictures';
import { insertDocument, insertImportedGold } from '@/lib/server/repositories/new-document';
import { claimReading, finishReading } from '@/lib/server/repositories/reading';
import { sha256 } from '@/lib/server/storage/sha256';
import { storage } from '@/lib/server/storage/storage';

/** Reports drawn; each serves several documents, whose words differ. */
const sheets = 40;
const wordsPerPage = 220;
const wordsPerLine = 8;

export interface ProjectSize {
  readonly pool: number;
  readonly validation: number;
  readonly test: number;
}

interface Sheet {
  readonly report: DemoReport;
  readonly image: Buffer;
  readonly preview: Buffer;
  readonly perceptualHash: string;
  readonly thumbnail: Uint8Array;
}

async function drawSheet(index: number): Promise<Sheet> {
  const report = await generateReport({ seed: 7, index });
  const image = await sharp(report.image).resize({ width: 600 }).jpeg({ quality: 60 }).toBuffer();
  return {
    report,
    image,
    preview: await previewOf(image),
    perceptualHash: await perceptualHashOf(image),
    thumbnail: await samplerThumbnailOf(image),
  };
}

const valuesOf = (report: DemoReport): string[] =>
  leavesOf(report.gold).flatMap(({ value }) => String(value ?? '').split(/\s+/u)).filter((text) => text !== '');

/** The values of the record, some of others (or all would be near duplicates) and numbers, in lines down the page. */
function wordsOf(report: DemoReport, drawn: readonly Sheet[], random: Random): Word[] {
  const others = drawn.flatMap((other) => valuesOf(other.report));
  const own = [...valuesOf(report), ...Array.from({ length: 80 }, () => random.pick(others))];
  return Array.from({ length: wordsPerPage }, (_, index) => {
    const line = Math.floor(index / wordsPerLine);
    const left = 0.05 + 0.11 * (index % wordsPerLine);
    const top = 0.04 + 0.032 * line;
    const box = [left, top, left + 0.1, top + 0.02] as PageBox;
    return { text: own[index] ?? String(random.int(10_000)), box, confidence: 0.9, line };
  });
}

function splitOf(index: number, { validation, test }: ProjectSize): 'pool' | 'validation' | 'test' {
  if (index < validation) return 'validation';
  return index < validation + test ? 'test' : 'pool';
}

/** Documents with pages, words, features and gold, written as import and reading write them. */
export async function makeDocuments(projectId: string, schemaVersionId: string, size: ProjectSize): Promise<void> {
  const random = createRandom(7);
  const drawn: Sheet[] = [];
  for (let index = 0; index < sheets; index += 1) drawn.push(await drawSheet(index));
  const total = size.pool + size.validation + size.test;
  for (let index = 0; index < total; index += 1) {
    const sheet = drawn[index % sheets];
    if (!sheet) throw new Error('There is no sheet to make a document from.');
    const { report, image, preview, perceptualHash, thumbnail } = sheet;
    const id = newId();
    const keys = { imageKey: `documents/${id}/page-0.jpg`, previewKey: `documents/${id}/preview-0.webp` };
    await storage().write(keys.imageKey, image);
    await storage().write(keys.previewKey, preview);
    const { width = 600, height = 800 } = await sharp(image).metadata();
    const words = wordsOf(report, drawn, random);
    const gold = { record: report.gold, evidence: report.evidence, schemaVersionId };
    const split = splitOf(index, size);
    await db().$transaction(async (tx) => {
      const row = {
        id, projectId, name: `report-${index}`, kind: report.kind, groupKey: `patient-${index}`, split, suite: null,
        contentHash: sha256(Buffer.from(`${index}`)), perceptualHash,
        pages: [{ width, height, ...keys, words, wordSource: 'given' as const }],
      };
      await insertDocument(tx, row, gold);
      if (split !== 'pool') await insertImportedGold(tx, id, gold);
    });
    await claimReading(id);
    const features = documentFeatures({ pages: [{ page: 0, width, height, words }], image: { thumbnail }, kind: report.kind });
    await finishReading(id, { wordCount: words.length, readConfidence: 0.9, features, readAt: new Date() });
  }
}

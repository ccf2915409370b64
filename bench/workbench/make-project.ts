import sharp from 'sharp';
import type { Actor } from '@/lib/core/access/roles';
import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import { leavesOf } from '@/lib/core/record/pointer';
import { documentFeatures } from '@/lib/core/sampling';
import type { RecordSchema } from '@/lib/core/schema/types';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/server/db/new-id';
import { perceptualHashOf, previewOf, samplerThumbnailOf } from '@/lib/server/ingest/page-pictures';
import { insertDocument } from '@/lib/server/repositories/new-document';
import { claimReading, finishReading } from '@/lib/server/repositories/reading';
import { findNewestSchemaVersion } from '@/lib/server/repositories/schema-version';
import { sha256 } from '@/lib/server/storage/sha256';
import { storage } from '@/lib/server/storage/storage';
import { createProject } from '@/lib/server/use-cases/projects/create-project';

/** What stands on each page, and what is asked of each document. */
export const shape = { wordsPerPage: 1_000, fields: 100, rows: 12, pages: 10 } as const;
const columns = ['Item', 'Result', 'Unit', 'Range'] as const;
const size = { width: 1654, height: 2339 };
const perLine = 20;

const schema: RecordSchema = {
  type: 'object',
  properties: {
    ...Object.fromEntries(Array.from({ length: shape.fields }, (_, at) => [`Field ${at + 1}`, { type: 'string' as const, description: 'As printed' }])),
    Indicators: { type: 'array', items: { type: 'object', properties: Object.fromEntries(columns.map((name) => [name, { type: 'string' as const }])) } },
  },
};

function boxAt(at: number): PageBox {
  const left = 0.04 + 0.046 * (at % perLine);
  const top = 0.03 + 0.0188 * Math.floor(at / perLine);
  return [left, top, left + 0.04, top + 0.013] as PageBox;
}

const wordsOf = (name: string): Word[] =>
  Array.from({ length: shape.wordsPerPage }, (_, at) => ({
    text: at === 0 ? name : `w${at}`, box: boxAt(at), confidence: 0.95, line: Math.floor(at / perLine),
  }));

async function drawPage(): Promise<Buffer> {
  const texts = wordsOf('page').map(({ text, box }) =>
    `<text x="${Math.round(box[0] * size.width)}" y="${Math.round(box[3] * size.height)}" font-size="24" font-family="sans-serif">${text}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="#fff"/>${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

/** Every field and cell answered; the first field says which document it is. */
function contentOf(name: string): { readonly record: JsonObject; readonly evidence: Record<string, EvidenceBox[]>; readonly provenance: Record<string, 'words'> } {
  const record = {
    ...Object.fromEntries(Array.from({ length: shape.fields }, (_, at) => [`Field ${at + 1}`, at === 0 ? name : `w${at}`])),
    Indicators: Array.from({ length: shape.rows }, (_, row) => Object.fromEntries(columns.map((column, at) => [column, `w${200 + row * perLine + at}`]))),
  };
  const pointers = leavesOf(record).map(({ pointer }) => pointer);
  return {
    record,
    evidence: Object.fromEntries(pointers.map((pointer, at) => [pointer, [{ page: 0, box: boxAt(at) }]])),
    provenance: Object.fromEntries(pointers.map((pointer) => [pointer, 'words' as const])),
  };
}

export interface MadeProject {
  readonly projectId: string;
  /** Ten pages. */
  readonly large: string;
  /** One page each, in the order of the queue. */
  readonly queue: readonly string[];
}

/**
 * A document of ten pages and a queue of documents of one page, every page with
 * 1,000 words; the actor has a draft of each with every field answered.
 */
export async function makeProject(actor: Actor, queued: number): Promise<MadeProject> {
  const projectId = 'bench';
  await createProject(actor, { id: projectId, name: 'For measuring', schema });
  const version = await findNewestSchemaVersion(projectId);
  if (!version) throw new Error('The project has no schema.');
  const image = await drawPage();
  const keys = { imageKey: 'documents/bench/page.jpg', previewKey: 'documents/bench/preview.webp' };
  await storage().write(keys.imageKey, image);
  await storage().write(keys.previewKey, await previewOf(image));
  const perceptualHash = await perceptualHashOf(image);
  const features = documentFeatures({
    pages: [{ page: 0, ...size, words: wordsOf('page') }],
    image: { thumbnail: await samplerThumbnailOf(image) },
    kind: 'report',
  });
  const ids: string[] = [];
  for (let at = 0; at <= queued; at += 1) {
    const id = newId();
    const name = `document-${at}`;
    const page = { ...size, ...keys, words: wordsOf(name), wordSource: 'given' as const };
    await db().$transaction((tx) =>
      insertDocument(tx, {
        id, projectId, name, kind: 'report', groupKey: name, split: 'pool', suite: null, contentHash: sha256(Buffer.from(name)),
        perceptualHash, pages: Array.from({ length: at === 0 ? shape.pages : 1 }, () => page),
      }, null),
    );
    await claimReading(id);
    await finishReading(id, { wordCount: shape.wordsPerPage, readConfidence: 0.95, features, readAt: new Date() });
    await db().annotation.create({ data: { documentId: id, annotatorId: actor.userId, schemaVersionId: version.id, ...contentOf(name) } });
    if (at > 0) await db().queueItem.create({ data: { projectId, documentId: id, position: at } });
    ids.push(id);
  }
  const [large = '', ...queue] = ids;
  return { projectId, large, queue };
}

import { z } from 'zod';
import { wordSchema } from '../geometry/word';
import type { LabelledDocument, PolicyDocument } from '../policy/types';
import { evidenceSchema } from '../record/evidence';
import { isJsonObject, type Json } from '../record/json';
import { parseJson } from '../record/parse-json';
import { canonicalJson } from './canonical-json';

/** What a round trains on, and what it picks its best checkpoint by. */
export const snapshotSplits = ['seed', 'validation'] as const;
export type SnapshotSplit = (typeof snapshotSplits)[number];

export interface SnapshotDocument extends LabelledDocument {
  readonly split: SnapshotSplit;
  /** Place in the order of selection, from 0: a warm start takes the first ones. */
  readonly rank: number;
}

/** Without gold: never trained on by reward, only shown with what a teacher read (`teacher.jsonl`). */
export interface UnlabelledDocument extends PolicyDocument {
  readonly split: 'unlabelled';
  readonly rank: number;
}
export type SnapshotLine = SnapshotDocument | UnlabelledDocument;

export const isLabelled = (line: SnapshotLine): line is SnapshotDocument => line.split !== 'unlabelled';

const lineSplits: readonly SnapshotLine['split'][] = [...snapshotSplits, 'unlabelled'];

/** The four numbers as they stand: a page box is already checked when it is stored. */
const pageSchema = z.object({
  page: z.number().int().nonnegative(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  words: z.array(wordSchema),
});

const anyLine = { id: z.string(), rank: z.number().int().nonnegative(), pages: z.array(pageSchema) };
const unlabelledSchema = z.object({ ...anyLine, split: z.literal('unlabelled') });
const labelledSchema = z.object({
  ...anyLine,
  split: z.enum(snapshotSplits),
  /** Gold as JSON text: readers of tables mangle nested JSON of varying shape. */
  gold: z.string(),
  evidence: z.string(),
});
const lineSchema = z.discriminatedUnion('split', [labelledSchema, unlabelledSchema]);

function toLine(line: SnapshotLine): string {
  const { id, split, rank } = line;
  const pages = line.pages as unknown as Json;
  if (!isLabelled(line)) return canonicalJson({ id, split, rank, pages });
  const gold = canonicalJson(line.gold);
  return canonicalJson({ id, split, rank, pages, gold, evidence: canonicalJson((line.evidence ?? {}) as unknown as Json) });
}

const inOrder = (a: SnapshotLine, b: SnapshotLine): number =>
  lineSplits.indexOf(a.split) - lineSplits.indexOf(b.split) ||
  a.rank - b.rank ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The snapshot as JSON lines, one document a line, ordered by split, rank and id: the
 * same data in any order give the same bytes, so their SHA-256 names it (invariant 10).
 */
export function writeSnapshot(documents: readonly SnapshotLine[]): string {
  return [...documents].sort(inOrder).map((document) => `${toLine(document)}\n`).join('');
}

function fromLine(line: string, number: number): SnapshotLine {
  const text = parseJson(line);
  const parsed = text.ok ? lineSchema.safeParse(text.value) : null;
  if (!parsed?.success) throw new SyntaxError(`line ${number} of the snapshot is not a document`);
  if (parsed.data.split === 'unlabelled') return parsed.data;
  const { gold, evidence, ...rest } = parsed.data;
  const record = parseJson(gold);
  if (!record.ok || !isJsonObject(record.value)) throw new SyntaxError(`line ${number} of the snapshot has no gold record`);
  const places = parseJson(evidence);
  if (!places.ok) throw new SyntaxError(`line ${number} of the snapshot has broken evidence`);
  return { ...rest, gold: record.value, evidence: evidenceSchema.parse(places.value) };
}

/** @throws SyntaxError naming the line at fault, never its content. */
export function readSnapshot(text: string): SnapshotLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => fromLine(line, index + 1));
}

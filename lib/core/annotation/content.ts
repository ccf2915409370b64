import { z } from 'zod';
import { evidenceSchema, type Evidence } from '../record/evidence';
import type { Json, JsonObject } from '../record/json';
import type { ModelName } from './suggesting-model';

/**
 * Where a leaf's answer came from: typed by a person, taken from words of the
 * page, read from a region that a person drew, a model's suggestion that a
 * person accepted (`model:pre-labels-5`; without a name from before models were
 * noted), or given with the import. `absent` is an answer without a
 * value: a person looked, and the document does not have it. It stands on a
 * leaf that is null or a list that is empty (decision 013).
 */
const provenanceKinds = ['typed', 'words', 'region', 'model', 'imported', 'absent'] as const;
export type ProvenanceKind = (typeof provenanceKinds)[number];
export type ProvenanceSource = ProvenanceKind | `model:${ModelName}`;
export type Provenance = Readonly<Record<string, ProvenanceSource>>;

export const provenanceSourceSchema: z.ZodType<ProvenanceSource, ProvenanceSource> = z.union([
  z.enum(provenanceKinds),
  z.string().regex(/^model:(checkpoint|pre-labels)-\d{1,9}$/) as unknown as z.ZodType<`model:${ModelName}`, `model:${ModelName}`>,
]);

export const kindOfSource = (source: ProvenanceSource): ProvenanceKind =>
  source.startsWith('model:') ? 'model' : (source as ProvenanceKind);

/** `checkpoint-3` where the answer was suggested by that model; null for other sources. */
export const modelOfSource = (source: ProvenanceSource): string | null =>
  source.startsWith('model:') ? source.slice('model:'.length) : null;

/** What an annotation says; evidence and provenance are keyed by JSON Pointer. */
export interface AnnotationContent {
  readonly record: JsonObject;
  readonly evidence: Evidence;
  readonly provenance: Provenance;
}

export const emptyContent: AnnotationContent = { record: {}, evidence: {}, provenance: {} };

const jsonSchema: z.ZodType<Json> = z.json() as z.ZodType<Json>;

/** The shape alone; whether the record fits its schema is asked elsewhere. */
export const annotationContentSchema = z.object({
  record: z.record(z.string(), jsonSchema) as unknown as z.ZodType<JsonObject, JsonObject>,
  evidence: evidenceSchema as unknown as z.ZodType<Evidence, Evidence>,
  provenance: z.record(z.string(), provenanceSourceSchema),
});

/** Whether the pointer is the place or stands below it. */
export const isAtOrBelow = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`);

/** The marks at or below a place. */
export function marksBelow<T>(marks: Readonly<Record<string, T>>, place: string): Record<string, T> {
  return Object.fromEntries(Object.entries(marks).filter(([pointer]) => isAtOrBelow(pointer, place)));
}

/** The marks with one of them replaced, or removed where `mark` is undefined. */
export function withMark<T>(
  marks: Readonly<Record<string, T>>,
  pointer: string,
  mark: T | undefined,
): Readonly<Record<string, T>> {
  if (mark !== undefined) return { ...marks, [pointer]: mark };
  if (!Object.hasOwn(marks, pointer)) return marks;
  return Object.fromEntries(Object.entries(marks).filter(([key]) => key !== pointer));
}

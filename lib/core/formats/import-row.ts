import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../record/json';

/** Boxes of a row are in pixels of its page image unless the row says `boxes: "page"` (0–1). */
const rowBoxSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([x0, y0, x1, y1]) => x0 <= x1 && y0 <= y1, { message: 'a box is [x0, y0, x1, y1] with x0 ≤ x1 and y0 ≤ y1' });

const rowTextSchema = z.object({
  text: z.string().max(5_000),
  box: rowBoxSchema,
  page: z.number().int().nonnegative().default(0),
  /** 0–1; 1 where not given. */
  confidence: z.number().min(0).max(1).default(1),
});
/** A line or a word as the row has it; `page` counts from 0. */
export type RowText = Readonly<z.infer<typeof rowTextSchema>>;

const rowEvidenceSchema = z.record(
  z.string(),
  z.array(z.object({ page: z.number().int().nonnegative().default(0), box: rowBoxSchema })).max(200),
);

const fileSchema = z.string().min(1).max(1_000);
const jsonObjectSchema = z.custom<JsonObject>(isJsonObject, { message: 'must be a JSON object' });

export const rowSplits = ['pool', 'seed', 'validation', 'test', 'transfer'] as const;
export type RowSplit = (typeof rowSplits)[number];

/**
 * One line of a JSON-lines import: a document, where its pages are, and what is
 * known of it already. Given words or lines take the place of OCR, given gold
 * that of an annotator. Keys that are not named here are refused, so that a
 * misspelt one is noticed.
 */
export const importRowSchema = z
  .strictObject({
    id: z.union([z.string().min(1).max(300), z.number().transform(String)]),
    image: fileSchema.optional(),
    images: z.array(fileSchema).min(1).optional(),
    pdf: fileSchema.optional(),
    kind: z.string().min(1).max(100).optional(),
    /** Patient, or whatever must not straddle two splits. */
    group: z.union([z.string().min(1).max(300), z.number().transform(String)]).optional(),
    split: z.enum(rowSplits).default('pool'),
    /** Name of the transfer suite. */
    suite: z.string().min(1).max(100).optional(),
    gold: jsonObjectSchema.optional(),
    evidence: rowEvidenceSchema.optional(),
    words: z.array(rowTextSchema).max(100_000).optional(),
    lines: z.array(rowTextSchema).max(50_000).optional(),
    boxes: z.enum(['pixel', 'page']).default('pixel'),
    /** Pixels that the boxes refer to; those of the image where not given. */
    width: z.number().int().positive().optional(),
    height: z.number().int().positive().optional(),
    /** Where a row came from; kept by tools, not imported. */
    provenance: z.unknown().optional(),
  })
  .refine((row) => [row.image, row.images, row.pdf].filter((file) => file !== undefined).length === 1, {
    message: 'a row names exactly one of image, images and pdf',
  })
  .refine((row) => !(row.words && row.lines), { message: 'a row has words or lines, not both' })
  .refine((row) => (row.split === 'transfer') === (row.suite !== undefined), {
    message: 'a suite goes with split "transfer", and the other way round',
  })
  .refine((row) => row.evidence === undefined || row.gold !== undefined, { message: 'evidence needs gold' });
export type ImportRow = Readonly<z.output<typeof importRowSchema>>;

export type ParsedRow =
  | { readonly ok: true; readonly row: ImportRow }
  | { readonly ok: false; readonly message: string };

/** Where documents go that say nothing themselves. */
export interface ImportPlace {
  readonly split: RowSplit;
  /** Name of the transfer suite where the split is `transfer`, else null. */
  readonly suite: string | null;
}
export const poolPlace: ImportPlace = { split: 'pool', suite: null };

/** The import's place for a row that names neither split nor suite. */
function placed(value: unknown, { split, suite }: ImportPlace): unknown {
  if (!isJsonObject(value) || 'split' in value || 'suite' in value) return value;
  return { ...value, split, ...(suite === null ? {} : { suite }) };
}

/** Reads one line of a JSON-lines import. Messages name keys, never values. */
export function parseImportRow(line: string, place: ImportPlace = poolPlace): ParsedRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, message: 'The line is not JSON.' };
  }
  const parsed = importRowSchema.safeParse(placed(value, place));
  if (parsed.success) return { ok: true, row: parsed.data };
  const problems = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'row'}: ${message}`);
  return { ok: false, message: `The line cannot be used: ${problems.join('; ')}.` };
}

/** The files that make the row's pages, in order. */
export const filesOfRow = (row: ImportRow): readonly string[] =>
  row.images ?? [row.image ?? row.pdf].filter((file) => file !== undefined);

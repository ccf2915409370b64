import { z } from 'zod';
import { pageBoxSchema } from '../geometry/word';

/** Where a leaf stands: `page` counts from 0; boxes are page-normalised. */
export const evidenceBoxSchema = z.object({
  page: z.number().int().nonnegative(),
  box: pageBoxSchema,
});
export type EvidenceBox = Readonly<z.infer<typeof evidenceBoxSchema>>;

/** Leaf (JSON Pointer, RFC 6901) → the boxes it stands in. */
export const evidenceSchema = z.record(z.string(), z.array(evidenceBoxSchema).max(200));
export type Evidence = Readonly<Record<string, readonly EvidenceBox[]>>;

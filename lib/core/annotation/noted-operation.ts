import { z } from 'zod';
import { evidenceBoxSchema } from '../record/evidence';
import type { Json } from '../record/json';
import { isKeepable } from '../record/keepable-text';
import { applyOperation } from './apply-operation';
import { provenanceSourceSchema, type AnnotationContent } from './content';
import type { Operation } from './operation';

/** An operation that somebody did; its id, made in the browser, gives it one effect however often it arrives. */
export interface NotedOperation {
  readonly id: string;
  readonly operation: Operation;
}

const pointerSchema = z.string().max(2_000).refine(isKeepable);
const rowSchema = z.number().int().nonnegative();
const jsonSchema = (z.json() as z.ZodType<Json>).refine(isKeepable, { message: 'has a character that cannot be stored' });
const boxesSchema = z.array(evidenceBoxSchema).max(200);

const detachedRowSchema = z.object({
  value: jsonSchema,
  evidence: z.record(z.string(), boxesSchema),
  provenance: z.record(z.string(), provenanceSourceSchema),
});

const operationSchema: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('set-value'), pointer: pointerSchema, value: jsonSchema.optional() }),
    z.object({ kind: z.literal('set-evidence'), pointer: pointerSchema, boxes: boxesSchema.optional() }),
    z.object({ kind: z.literal('set-provenance'), pointer: pointerSchema, source: provenanceSourceSchema.optional() }),
    z.object({ kind: z.literal('insert-row'), list: pointerSchema, index: rowSchema, row: detachedRowSchema }),
    z.object({ kind: z.literal('remove-row'), list: pointerSchema, index: rowSchema }),
    z.object({ kind: z.literal('move-row'), list: pointerSchema, from: rowSchema, to: rowSchema }),
    z.object({ kind: z.literal('batch'), operations: z.array(operationSchema) }),
  ]),
);

/** The shape alone; whether its places are there is asked when it is applied. */
export const notedOperationSchema = z.object({ id: z.string().min(8).max(64), operation: operationSchema }) as unknown as z.ZodType<
  NotedOperation,
  NotedOperation
>;

/** Content after the operations in their order; null where one of them names a place that is not there. */
export function applyNoted(content: AnnotationContent, noted: readonly NotedOperation[]): AnnotationContent | null {
  try {
    return noted.reduce((current, { operation }) => applyOperation(current, operation).content, content);
  } catch (error) {
    // A row that is missing, or a pointer that is none.
    if (error instanceof RangeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

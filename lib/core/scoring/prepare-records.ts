import { isJsonList, isJsonObject, isLeaf, type Json, type JsonObject } from '../record/json';
import { maxJsonDepth } from '../record/parse-json';
import { checkRecordFits } from '../schema/fit-record';
import { propertyOf } from '../schema/schema-at';
import { isLeafSchema, isListSchema, type FieldSchema, type RecordSchema } from '../schema/types';
import { treeOf, type TreeNode } from './leaf-tree';

/** What leaves the batch: counted and shown, never turned into a 0. */
export interface Unscorable {
  readonly kind: 'unscorable';
  /** Names places, never values. */
  readonly reason: string;
}

export interface PreparedGold {
  readonly kind: 'prepared';
  /** Null where gold has no non-empty leaf (among the requested keys). */
  readonly tree: TreeNode | null;
}

const unscorable = (reason: string): Unscorable => ({ kind: 'unscorable', reason });

/** Why a value is not JSON that can be walked; null where it is. */
function jsonProblem(value: unknown, depth = 1): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'holds a number that JSON cannot hold';
  if (typeof value !== 'object') return 'holds a value that JSON cannot hold';
  if (depth > maxJsonDepth) return `is nested deeper than ${maxJsonDepth} levels`;
  for (const child of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    const problem = jsonProblem(child, depth + 1);
    if (problem) return problem;
  }
  return null;
}

/** Whether the structure is the schema's; where it is not, `checkRecordFits` says where. */
function hasShape(schema: FieldSchema, value: Json): boolean {
  if (value === null) return true;
  if (isLeafSchema(schema)) return isLeaf(value);
  if (isListSchema(schema)) return isJsonList(value) && value.every((row) => hasShape(schema.items, row));
  if (!isJsonObject(value)) return false;
  return Object.keys(value).every((key) => {
    const child = propertyOf(schema, key);
    return !child || hasShape(child, value[key] as Json);
  });
}

/** The record's top-level keys that were asked for; all where nothing says otherwise. */
function restrict(record: JsonObject, requested: readonly string[] | undefined): JsonObject {
  if (!requested) return record;
  const asked = new Set(requested);
  return Object.fromEntries(Object.entries(record).filter(([key]) => asked.has(key)));
}

/**
 * Gold ready to be compared, or why it cannot be: missing, not an object, or at
 * odds with its schema in structure. Leaf types are not looked at, and a key
 * that the schema lacks is compared as text.
 */
export function prepareGold(
  gold: unknown,
  schema: RecordSchema | undefined,
  requested: readonly string[] | undefined,
): PreparedGold | Unscorable {
  if (gold === undefined) return unscorable('gold record is missing');
  if (!isJsonObject(gold)) return unscorable('gold record is not an object');
  const problem = jsonProblem(gold);
  if (problem) return unscorable(`gold record ${problem}`);
  if (schema && !hasShape(schema, gold)) {
    const misfit = checkRecordFits(schema, gold).find((found) => found.code === 'shape');
    return unscorable(`gold record is at odds with the schema at ${misfit?.pointer}: ${misfit?.message}`);
  }
  return { kind: 'prepared', tree: treeOf(restrict(gold, requested), schema) };
}

export interface PreparedPrediction {
  readonly kind: 'prepared';
  /** False for JSON that is no object: it predicts nothing and earns nothing. */
  readonly isRecord: boolean;
  readonly tree: TreeNode | null;
}

/** A prediction ready to be compared; what is no JSON at all is a fault of the caller. */
export function preparePrediction(
  prediction: unknown,
  schema: RecordSchema | undefined,
): PreparedPrediction | Unscorable {
  if (prediction === undefined) return unscorable('prediction is missing');
  const problem = jsonProblem(prediction);
  if (problem) return unscorable(`prediction ${problem}`);
  const isRecord = isJsonObject(prediction);
  return { kind: 'prepared', isRecord, tree: isRecord ? treeOf(prediction, schema) : null };
}

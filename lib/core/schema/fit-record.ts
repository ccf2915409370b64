import { isJsonList, isJsonObject, isLeaf, type Json, type Leaf } from '../record/json';
import { formatPointer } from '../record/pointer';
import { propertyOf } from './schema-at';
import { isLeafSchema, isListSchema, type FieldSchema, type LeafSchema, type RecordSchema } from './types';

/** `structure` cannot be stored or compared; `type` can, and a person should look. */
export type FitSeverity = 'structure' | 'type';
export type FitCode = 'shape' | 'unknown-key' | 'leaf-type' | 'not-in-enum';

export interface FitProblem {
  readonly pointer: string;
  readonly severity: FitSeverity;
  readonly code: FitCode;
  /** For people; never holds a value of the record (invariant 11). */
  readonly message: string;
}

type Report = (segments: readonly (string | number)[], code: FitCode, message: string) => void;
type Segments = readonly (string | number)[];

const expectedOf: Readonly<Record<FieldSchema['type'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

const shapeOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : isJsonObject(value) ? 'an object' : 'a single value';

function hasType(schema: LeafSchema, value: unknown): boolean {
  if (schema.type === 'integer') return Number.isInteger(value);
  return typeof value === schema.type;
}

/** What is wrong with the value of a leaf; null where it fits. */
export function leafProblem(schema: LeafSchema, value: Leaf): Extract<FitCode, 'leaf-type' | 'not-in-enum'> | null {
  // An empty leaf fits every type: "not on the page" is an answer everywhere.
  if (value === null || value === '') return null;
  if (!hasType(schema, value)) return 'leaf-type';
  return schema.enum && !schema.enum.includes(String(value)) ? 'not-in-enum' : null;
}

function checkLeaf(schema: LeafSchema, value: Leaf, segments: Segments, report: Report): void {
  const code = leafProblem(schema, value);
  if (code === 'leaf-type') report(segments, code, `should be ${expectedOf[schema.type]}`);
  else if (code === 'not-in-enum') report(segments, code, 'is none of the values that the schema allows');
}

function check(schema: FieldSchema, value: Json, segments: Segments, report: Report): void {
  if (value === null) return;
  const wrongShape = (): void =>
    report(
      segments,
      'shape',
      `should be ${isLeafSchema(schema) ? 'a single value' : expectedOf[schema.type]}, is ${shapeOf(value)}`,
    );
  if (isLeafSchema(schema)) {
    if (isLeaf(value)) checkLeaf(schema, value, segments, report);
    else wrongShape();
  } else if (isListSchema(schema)) {
    if (!isJsonList(value)) wrongShape();
    else value.forEach((row, index) => check(schema.items, row, [...segments, index], report));
  } else if (!isJsonObject(value)) wrongShape();
  else
    for (const [key, child] of Object.entries(value)) {
      const childSchema = propertyOf(schema, key);
      if (childSchema) check(childSchema, child, [...segments, key], report);
      else report([...segments, key], 'unknown-key', 'is a key that the schema does not have');
    }
}

/**
 * Where a record does not fit its schema, in the order of the record. Missing
 * keys fit, null stands for anything, "" for any leaf. Keys that the schema
 * lacks are `structure` with a code of their own, because the scorer compares
 * them as text instead of refusing them.
 */
export function checkRecordFits(schema: RecordSchema, record: unknown): FitProblem[] {
  const problems: FitProblem[] = [];
  const report: Report = (segments, code, message) => {
    const severity: FitSeverity = code === 'shape' || code === 'unknown-key' ? 'structure' : 'type';
    problems.push({ pointer: formatPointer(segments), severity, code, message });
  };
  if (!isJsonObject(record)) report([], 'shape', `should be an object, is ${shapeOf(record)}`);
  else check(schema, record, [], report);
  return problems;
}

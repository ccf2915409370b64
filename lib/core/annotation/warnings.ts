import type { JsonObject } from '../record/json';
import { leavesOf } from '../record/pointer';
import { checkRecordFits, type FitProblem } from '../schema/fit-record';
import { schemaAtPointer } from '../schema/schema-at';
import { isLeafSchema, type LeafSchema, type LeafType, type RecordSchema } from '../schema/types';
import { readNumber } from '../scoring/equal-leaves';
import { normalForm } from '../scoring/normal-form';

const notOfType: Readonly<Record<LeafType, string>> = {
  string: 'no text',
  number: 'no number',
  integer: 'no whole number',
  boolean: 'neither yes nor no',
};

/** Values of a list named in a warning; more are counted. */
const namedValues = 6;

function listWords(values: readonly string[]): string {
  const more = values.length - namedValues;
  return `${values.slice(0, namedValues).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function words(schema: LeafSchema, { code, message }: FitProblem): string {
  if (code === 'not-in-enum') return `not in the list: ${listWords(schema.enum ?? [])}`;
  return code === 'leaf-type' ? notOfType[schema.type] : message;
}

/** Where the schema compares as a number and the text cannot be read as one. */
function unreadNumbers(schema: RecordSchema, record: JsonObject): (readonly [string, string])[] {
  return leavesOf(record).flatMap(({ pointer, value }) => {
    if (typeof value !== 'string') return [];
    const leaf = schemaAtPointer(schema, pointer);
    if (!leaf || !isLeafSchema(leaf) || leaf.type !== 'string' || leaf['x-match'] !== 'number') return [];
    const text = normalForm(value);
    return text === '' || readNumber(text) !== null ? [] : [[pointer, 'no number, so it is compared as text'] as const];
  });
}

/**
 * Leaf → why a person should look at it again. Warnings only: they never keep a
 * draft from being saved, and hold no values of the record.
 */
export function warningsOf(schema: RecordSchema, record: JsonObject): Readonly<Record<string, string>> {
  const problems = checkRecordFits(schema, record).filter(({ severity }) => severity === 'type');
  const misfits = problems.flatMap((problem) => {
    const leaf = schemaAtPointer(schema, problem.pointer);
    return leaf && isLeafSchema(leaf) ? [[problem.pointer, words(leaf, problem)] as const] : [];
  });
  return Object.fromEntries([...unreadNumbers(schema, record), ...misfits]);
}

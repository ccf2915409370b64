import { isLeaf, type Json } from '../record/json';
import { leafProblem } from '../schema/fit-record';
import type { LeafSchema, LeafType } from '../schema/types';
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

/** Whether the schema compares as a number and the text cannot be read as one. */
function isUnreadNumber(schema: LeafSchema, value: Json): boolean {
  if (typeof value !== 'string' || schema.type !== 'string' || schema['x-match'] !== 'number') return false;
  const text = normalForm(value);
  return text !== '' && readNumber(text) === null;
}

/**
 * Why a person should look at a leaf again. A warning only: it never keeps a
 * draft from being saved, and holds no value of the record.
 */
export function warningOf(schema: LeafSchema, value: Json | undefined): string | undefined {
  if (value === undefined || !isLeaf(value)) return undefined;
  const code = leafProblem(schema, value);
  if (code === 'leaf-type') return notOfType[schema.type];
  if (code === 'not-in-enum') return `not in the list: ${listWords(schema.enum ?? [])}`;
  return isUnreadNumber(schema, value) ? 'no number, so it is compared as text' : undefined;
}

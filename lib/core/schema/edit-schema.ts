import { formatAddress, propertyOf, schemaAtAddress, type SchemaAddress } from './schema-at';
import { keyProblem } from './parse-schema';
import { isLeafSchema, isListSchema, isObjectSchema } from './types';
import type { FieldSchema, LeafSchema, ObjectSchema, RecordSchema } from './types';

/**
 * Edits of the schema tree for the visual editor. Each takes the address of a
 * key (`['Indicators', '[]', 'Result']`) and gives a new schema with the key's
 * address in it, or a problem with a name.
 */
export type EditProblem =
  | 'no-such-key'
  | 'bad-name'
  | 'name-taken'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-leaf'
  | 'into-itself'
  | 'at-the-edge'
  | 'not-a-key';

export type SchemaEdit =
  | { readonly ok: true; readonly schema: RecordSchema; readonly address: SchemaAddress }
  | { readonly ok: false; readonly problem: EditProblem; readonly message: string };

type Entry = readonly [key: string, schema: FieldSchema];

const refuse = (problem: EditProblem, message: string): SchemaEdit => ({ ok: false, problem, message });
const done = (schema: RecordSchema, address: SchemaAddress): SchemaEdit => ({ ok: true, schema, address });
const noSuchKey = (address: SchemaAddress): SchemaEdit =>
  refuse('no-such-key', `the schema has no "${formatAddress(address)}"`);

function replaceAt(schema: FieldSchema, address: SchemaAddress, next: FieldSchema): FieldSchema {
  const [step, ...rest] = address;
  if (step === undefined) return next;
  if (isListSchema(schema)) return { ...schema, items: replaceAt(schema.items, rest, next) };
  if (!isObjectSchema(schema)) return schema;
  const child = propertyOf(schema, step);
  if (!child) return schema;
  return { ...schema, properties: { ...schema.properties, [step]: replaceAt(child, rest, next) } };
}

const withField = (schema: RecordSchema, address: SchemaAddress, next: FieldSchema): RecordSchema =>
  replaceAt(schema, address, next) as RecordSchema;

const withEntries = (object: ObjectSchema, entries: readonly Entry[]): ObjectSchema => ({
  ...object,
  properties: Object.fromEntries(entries),
});

interface KeyPlace {
  readonly parentAddress: SchemaAddress;
  readonly parent: ObjectSchema;
  readonly key: string;
  readonly index: number;
  readonly field: FieldSchema;
  readonly entries: readonly Entry[];
}

/** The key at the address with the object around it; undefined for the root, a list's rows or nothing. */
function placeOf(schema: RecordSchema, address: SchemaAddress): KeyPlace | undefined {
  const parentAddress = address.slice(0, -1);
  const key = address.at(-1);
  const parent = schemaAtAddress(schema, parentAddress);
  const field = key === undefined ? undefined : propertyOf(parent, key);
  if (!parent || key === undefined || !field || !isObjectSchema(parent)) return undefined;
  const entries = Object.entries(parent.properties);
  return { parentAddress, parent, key, field, entries, index: entries.findIndex(([name]) => name === key) };
}

function nameRefusal(parent: ObjectSchema, key: string): SchemaEdit | null {
  const problem = keyProblem(key);
  if (problem) return refuse('bad-name', problem);
  if (propertyOf(parent, key)) return refuse('name-taken', `"${key}" is there already`);
  return null;
}

/** Adds a key to the object at `parentAddress`; at the end where no index is given. */
export function addKey(
  schema: RecordSchema,
  parentAddress: SchemaAddress,
  key: string,
  field: FieldSchema,
  index?: number,
): SchemaEdit {
  const parent = schemaAtAddress(schema, parentAddress);
  if (!parent) return noSuchKey(parentAddress);
  if (!isObjectSchema(parent)) return refuse('not-an-object', 'only an object takes keys');
  const refused = nameRefusal(parent, key);
  if (refused) return refused;
  const entries: Entry[] = Object.entries(parent.properties);
  entries.splice(index ?? entries.length, 0, [key, field]);
  return done(withField(schema, parentAddress, withEntries(parent, entries)), [...parentAddress, key]);
}

/** Renames a key; it keeps its place. */
export function renameKey(schema: RecordSchema, address: SchemaAddress, key: string): SchemaEdit {
  const place = placeOf(schema, address);
  if (!place) return noSuchKey(address);
  if (key === place.key) return done(schema, address);
  const refused = nameRefusal(place.parent, key);
  if (refused) return refused;
  const entries = place.entries.map<Entry>(([name, field]) => [name === place.key ? key : name, field]);
  const next = withField(schema, place.parentAddress, withEntries(place.parent, entries));
  return done(next, [...place.parentAddress, key]);
}

/** Removes a key with all below it; the address of the answer is its parent's. */
export function removeKey(schema: RecordSchema, address: SchemaAddress): SchemaEdit {
  const place = placeOf(schema, address);
  if (!place) return noSuchKey(address);
  const entries = place.entries.filter(([name]) => name !== place.key);
  return done(withField(schema, place.parentAddress, withEntries(place.parent, entries)), place.parentAddress);
}

export type KeyMove = 'up' | 'down' | { readonly parent: SchemaAddress; readonly index?: number };

function swapWithNeighbour(schema: RecordSchema, place: KeyPlace, address: SchemaAddress, by: 1 | -1): SchemaEdit {
  const target = place.index + by;
  if (target < 0 || target >= place.entries.length)
    return refuse('at-the-edge', by < 0 ? 'this is the first key already' : 'this is the last key already');
  const entries = place.entries.toSpliced(place.index, 1).toSpliced(target, 0, [place.key, place.field]);
  return done(withField(schema, place.parentAddress, withEntries(place.parent, entries)), address);
}

const isWithin = (inner: SchemaAddress, outer: SchemaAddress): boolean =>
  outer.every((step, i) => inner[i] === step);

/**
 * Moves a key up or down among its neighbours, or into another object (or to
 * another place in its own, counted without it).
 */
export function moveKey(schema: RecordSchema, address: SchemaAddress, move: KeyMove): SchemaEdit {
  const place = placeOf(schema, address);
  if (!place) return noSuchKey(address);
  if (move === 'up') return swapWithNeighbour(schema, place, address, -1);
  if (move === 'down') return swapWithNeighbour(schema, place, address, 1);
  if (isWithin(move.parent, address)) return refuse('into-itself', 'a key cannot be moved into itself');
  const removed = removeKey(schema, address);
  return removed.ok ? addKey(removed.schema, move.parent, place.key, place.field, move.index) : removed;
}

export type KeywordSetting =
  | { readonly keyword: 'description'; readonly value: string }
  | { readonly keyword: 'type'; readonly value: LeafSchema['type'] }
  | { readonly keyword: 'enum'; readonly value: readonly string[] | undefined }
  | { readonly keyword: 'x-match'; readonly value: LeafSchema['x-match'] }
  | { readonly keyword: 'x-phi'; readonly value: boolean }
  | { readonly keyword: 'x-severity'; readonly value: LeafSchema['x-severity'] };

const isUnset = ({ value }: KeywordSetting): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Sets a keyword of a field, or takes it away where the value is empty. */
export function setKeyword(schema: RecordSchema, address: SchemaAddress, setting: KeywordSetting): SchemaEdit {
  const field = schemaAtAddress(schema, address);
  if (!field) return noSuchKey(address);
  const { keyword, value } = setting;
  if (keyword !== 'description' && !isLeafSchema(field))
    return refuse('not-a-leaf', `"${keyword}" belongs to single values`);
  // An enum holds texts: another type leaves it behind.
  const dropped = [keyword, ...(keyword === 'type' && value !== 'string' ? ['enum'] : [])];
  const kept = Object.entries(field).filter(([name]) => !dropped.includes(name));
  const next = Object.fromEntries(isUnset(setting) ? kept : [...kept, [keyword, value]]) as unknown as FieldSchema;
  return done(withField(schema, address, next), address);
}

/** Makes the field the row of a list; the description stays with the key. */
export function wrapAsList(schema: RecordSchema, address: SchemaAddress): SchemaEdit {
  const field = schemaAtAddress(schema, address);
  if (!field) return noSuchKey(address);
  if (address.length === 0) return refuse('not-a-key', 'the root is an object');
  const { description, ...items } = field;
  const next: FieldSchema = { type: 'array', ...(description === undefined ? {} : { description }), items };
  return done(withField(schema, address, next), address);
}

/** Puts a list's row in the place of the list. */
export function unwrapList(schema: RecordSchema, address: SchemaAddress): SchemaEdit {
  const field = schemaAtAddress(schema, address);
  if (!field) return noSuchKey(address);
  if (!isListSchema(field)) return refuse('not-a-list', 'only a list can be unwrapped');
  const description = field.description ?? field.items.description;
  const next: FieldSchema = { ...field.items, ...(description === undefined ? {} : { description }) };
  return done(withField(schema, address, next), address);
}

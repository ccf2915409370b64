import { isJsonObject } from '../record/json';
import { formatPointer } from '../record/pointer';
import {
  leafTypes, matchRules, severities, type FieldSchema, type LeafType, type MatchRule, type RecordSchema, type Severity,
} from './types';

export const maxSchemaDepth = 12;
export const maxSchemaKeys = 500;

export interface SchemaProblem {
  /** JSON Pointer into the schema text. */
  readonly pointer: string;
  readonly message: string;
}

export type ParsedSchema =
  | { readonly ok: true; readonly schema: RecordSchema }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

/** Annotations of JSON Schema that change nothing here; they are left behind. */
const ignoredKeywords = new Set(['$schema', '$id', '$comment', 'title']);
const keywordsOf = {
  object: ['type', 'description', 'properties'],
  array: ['type', 'description', 'items'],
  leaf: ['type', 'description', 'enum', 'x-match', 'x-phi', 'x-severity'],
} as const;

/** What says something about a value, and so about nothing that holds several. */
const ofSingleValues: ReadonlySet<string> = new Set(['enum', 'x-match', 'x-phi', 'x-severity']);

type Raw = Readonly<Record<string, unknown>>;
type Segments = readonly string[];

/** What one reading has found so far. */
interface Problems {
  readonly found: SchemaProblem[];
  keys: number;
  readonly report: (segments: Segments, message: string) => void;
}

function noProblems(): Problems {
  const found: SchemaProblem[] = [];
  return {
    found,
    keys: 0,
    report: (segments, message) => void found.push({ pointer: formatPointer(segments), message }),
  };
}

/** Why a key cannot be used; null where it can. Shared with the visual editor. */
export function keyProblem(key: string): string | null {
  if (key.trim() === '') return 'a key needs a name';
  if (key === '__proto__') return 'this name is reserved';
  if (/^\d+$/.test(key)) return 'a key cannot be a whole number: it would read as the number of a list row';
  return null;
}

function checkKeywords(raw: Raw, allowed: readonly string[], segments: Segments, problems: Problems): void {
  for (const keyword of Object.keys(raw)) {
    if (allowed.includes(keyword) || ignoredKeywords.has(keyword)) continue;
    const message =
      keyword === '$ref'
        ? '"$ref" is not read: write the keys out where they belong'
        : ofSingleValues.has(keyword)
          ? `"${keyword}" belongs to single values: mark the keys inside`
          : `"${keyword}" is not a keyword of schemas here (${allowed.join(', ')})`;
    problems.report([...segments, keyword], message);
  }
}

function parseDescription(raw: Raw, segments: Segments, problems: Problems): { description?: string } {
  const description = raw['description'];
  if (description === undefined) return {};
  if (typeof description === 'string') return description.trim() === '' ? {} : { description };
  problems.report([...segments, 'description'], 'a description is a text');
  return {};
}

function parseEnum(raw: Raw, segments: Segments, problems: Problems): { enum?: readonly string[] } {
  const values = raw['enum'];
  if (values === undefined) return {};
  const at = [...segments, 'enum'];
  if (!Array.isArray(values) || values.length === 0 || !values.every((value) => typeof value === 'string'))
    problems.report(at, 'an enum is a list of one or more texts');
  else if (raw['type'] !== 'string') problems.report(at, 'an enum needs the type "string"');
  else if (new Set(values).size < values.length) problems.report(at, 'an enum names each value once');
  else return { enum: values as readonly string[] };
  return {};
}

function parseLeaf(raw: Raw, type: LeafType, segments: Segments, problems: Problems): FieldSchema {
  checkKeywords(raw, keywordsOf.leaf, segments, problems);
  const match = raw['x-match'];
  const phi = raw['x-phi'];
  const severity = raw['x-severity'];
  if (match !== undefined && !matchRules.includes(match as MatchRule))
    problems.report([...segments, 'x-match'], `"x-match" is one of ${matchRules.join(', ')}`);
  if (phi !== undefined && typeof phi !== 'boolean')
    problems.report([...segments, 'x-phi'], '"x-phi" is true or false');
  if (severity !== undefined && !severities.includes(severity as Severity))
    problems.report([...segments, 'x-severity'], `"x-severity" is one of ${severities.join(', ')}`);
  return {
    type,
    ...parseDescription(raw, segments, problems),
    ...parseEnum(raw, segments, problems),
    ...(match === undefined ? {} : { 'x-match': match as MatchRule }),
    ...(typeof phi === 'boolean' ? { 'x-phi': phi } : {}),
    ...(severity === undefined ? {} : { 'x-severity': severity as Severity }),
  };
}

function parseObject(raw: Raw, segments: Segments, depth: number, problems: Problems): RecordSchema {
  checkKeywords(raw, keywordsOf.object, segments, problems);
  const properties = raw['properties'];
  const at = [...segments, 'properties'];
  const parsed: [string, FieldSchema][] = [];
  if (!isJsonObject(properties)) problems.report(at, 'an object needs "properties": an object of its keys');
  else
    for (const [key, child] of Object.entries(properties)) {
      const problem = keyProblem(key);
      if (problem) problems.report([...at, key], problem);
      problems.keys++;
      const field = parseField(child, [...at, key], depth + 1, problems);
      if (field) parsed.push([key, field]);
    }
  return {
    type: 'object',
    ...parseDescription(raw, segments, problems),
    properties: Object.fromEntries(parsed),
  };
}

function parseField(value: unknown, segments: Segments, depth: number, problems: Problems): FieldSchema | null {
  const refuse = (at: Segments, message: string): null => {
    problems.report(at, message);
    return null;
  };
  if (!isJsonObject(value)) return refuse(segments, 'a schema is an object with a "type"');
  if (depth > maxSchemaDepth) return refuse(segments, `is nested deeper than ${maxSchemaDepth} levels`);
  const type = value['type'];
  if (type === 'object') return parseObject(value, segments, depth, problems);
  if (type === 'array') {
    checkKeywords(value, keywordsOf.array, segments, problems);
    const at = [...segments, 'items'];
    if (value['items'] === undefined) return refuse(at, 'a list needs "items": the schema of its rows');
    const items = parseField(value['items'], at, depth + 1, problems);
    return items && { type, ...parseDescription(value, segments, problems), items };
  }
  if (leafTypes.includes(type as LeafType)) return parseLeaf(value, type as LeafType, segments, problems);
  if ('$ref' in value) return refuse([...segments, '$ref'], '"$ref" is not read: write the keys out where they belong');
  const types = `one of object, array, ${leafTypes.join(', ')}`;
  if (Array.isArray(type))
    return refuse([...segments, 'type'], `"type" is ${types}, not a list: every value may be empty anyway`);
  return refuse([...segments, 'type'], type === undefined ? `"type" is missing: ${types}` : `"type" is ${types}`);
}

/**
 * Reads a schema from untrusted JSON. All problems at once, each with its place;
 * keywords outside the subset are refused, so that nobody believes in a rule
 * that is not kept ($schema, $id, $comment and title are left behind).
 */
export function parseRecordSchema(json: unknown): ParsedSchema {
  const problems = noProblems();
  if (isJsonObject(json) && json['type'] !== undefined && json['type'] !== 'object')
    return { ok: false, problems: [{ pointer: '/type', message: 'the root is an object: a record is a JSON object' }] };
  const schema = parseField(json, [], 1, problems);
  if (problems.keys > maxSchemaKeys)
    problems.report([], `has ${problems.keys} keys; at most ${maxSchemaKeys} are read`);
  if (problems.found.length > 0 || schema?.type !== 'object') return { ok: false, problems: problems.found };
  return { ok: true, schema };
}

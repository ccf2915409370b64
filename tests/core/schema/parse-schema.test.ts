import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/core/schema/canonical-text';
import { emptyRecord } from '@/lib/core/schema/empty-record';
import { checkRecordFits } from '@/lib/core/schema/fit-record';
import { parseRecordSchema } from '@/lib/core/schema/parse-schema';
import { schemaPresets } from '@/lib/core/schema/presets';
import { leafPlacesOf, schemaAtPath, schemaAtPointer } from '@/lib/core/schema/schema-at';
import type { RecordSchema } from '@/lib/core/schema/types';

const object = (properties: unknown): unknown => ({ type: 'object', properties });
const problemsOf = (json: unknown): readonly (readonly [string, string])[] => {
  const parsed = parseRecordSchema(json);
  return parsed.ok ? [] : parsed.problems.map(({ pointer, message }) => [pointer, message]);
};

function nested(levels: number): unknown {
  let schema: unknown = { type: 'string' };
  for (let i = 1; i < levels; i++) schema = object({ a: schema });
  return schema;
}

describe('parseRecordSchema', () => {
  it.each(schemaPresets)('reads the preset $name back as it is', ({ schema }) => {
    const parsed = parseRecordSchema(JSON.parse(JSON.stringify(schema)));
    expect(parsed).toEqual({ ok: true, schema });
    expect(checkRecordFits(schema, emptyRecord(schema))).toEqual([]);
  });

  it.each([
    ['a root that is no object', { type: 'array', items: { type: 'string' } }, '/type', 'the root is an object'],
    ['no schema at all', null, '', 'a schema is an object'],
    ['$ref', object({ a: { $ref: '#/x' } }), '/properties/a/$ref', 'write the keys out'],
    ['an unknown type', object({ a: { type: 'date' } }), '/properties/a/type', 'one of object, array'],
    ['a list of types', object({ a: { type: ['string', 'null'] } }), '/properties/a/type', 'not a list'],
    ['no type', object({ a: {} }), '/properties/a/type', 'missing'],
    ['an unknown match rule', object({ a: { type: 'string', 'x-match': 'fuzzy' } }), '/properties/a/x-match', 'text-ci'],
    ['an empty key', object({ ' ': { type: 'string' } }), '/properties/ ', 'needs a name'],
    ['a key that reads as a row', object({ 2024: { type: 'string' } }), '/properties/2024', 'whole number'],
    ['a reserved key', JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'), '/properties/__proto__', 'reserved'],
    ['an unknown keyword', object({ a: { type: 'string', format: 'date' } }), '/properties/a/format', 'not a keyword'],
    ['PHI on a list', object({ a: { type: 'array', 'x-phi': true, items: { type: 'string' } } }), '/properties/a/x-phi', 'single values'],
    ['an unknown severity', object({ a: { type: 'string', 'x-severity': 'grave' } }), '/properties/a/x-severity', 'significant, minor'],
    ['a severity of nothing', object({ a: { type: 'string', 'x-severity': null } }), '/properties/a/x-severity', 'significant, minor'],
    ['severity on an object', object({ a: { type: 'object', 'x-severity': 'minor', properties: {} } }), '/properties/a/x-severity', 'single values'],
    ['a list without rows', object({ a: { type: 'array' } }), '/properties/a/items', 'the schema of its rows'],
    ['an object without keys', object({ a: { type: 'object' } }), '/properties/a/properties', 'needs "properties"'],
    ['an empty enum', object({ a: { type: 'string', enum: [] } }), '/properties/a/enum', 'one or more'],
    ['an enum of numbers', object({ a: { type: 'number', enum: ['1'] } }), '/properties/a/enum', 'type "string"'],
    ['13 levels', nested(13), `${'/properties/a'.repeat(12)}`, '12 levels'],
  ])('refuses %s with its place', (_, json, pointer, message) => {
    const problems = problemsOf(json);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.[0]).toBe(pointer);
    expect(problems[0]?.[1]).toContain(message);
  });

  it('takes 12 levels and 500 keys, and no more', () => {
    const wide = (count: number): unknown =>
      object(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, { type: 'string' }])));
    expect(problemsOf(nested(12))).toEqual([]);
    expect(problemsOf(wide(500))).toEqual([]);
    expect(problemsOf(wide(501))[0]?.[1]).toContain('501 keys');
  });

  it('reports all problems at once', () => {
    expect(problemsOf(object({ a: { type: 'date' }, '': { type: 'string' } }))).toHaveLength(2);
  });

  it('keeps every keyword of a leaf', () => {
    const leaf = { type: 'string', description: 'd', enum: ['x'], 'x-match': 'text-ci', 'x-phi': true, 'x-severity': 'minor' };
    expect(parseRecordSchema(object({ a: leaf }))).toEqual({ ok: true, schema: object({ a: leaf }) });
  });

  it('leaves annotations of JSON Schema behind', () => {
    const parsed = parseRecordSchema({ $schema: 'x', title: 't', type: 'object', properties: {} });
    expect(parsed).toEqual({ ok: true, schema: { type: 'object', properties: {} } });
  });
});

describe('canonicalText', () => {
  it('is one for the same meaning: keyword order and written-out defaults aside', () => {
    expect(
      canonicalText({
        properties: { a: { 'x-severity': 'significant', 'x-phi': false, 'x-match': 'text', description: '', type: 'string' } },
        type: 'object',
      }),
    ).toBe(canonicalText({ type: 'object', properties: { a: { type: 'string' } } }));
  });

  it('tells a minor leaf from a significant one: a version is kept for it', () => {
    const minor: RecordSchema = { type: 'object', properties: { a: { type: 'string', 'x-severity': 'minor' } } };
    expect(canonicalText(minor)).not.toBe(canonicalText({ type: 'object', properties: { a: { type: 'string' } } }));
  });

  it('tells the order of keys apart', () => {
    const a = { type: 'string' } as const;
    expect(canonicalText({ type: 'object', properties: { a, b: a } })).not.toBe(
      canonicalText({ type: 'object', properties: { b: a, a } }),
    );
  });
});

describe('places of a schema', () => {
  const schema = schemaPresets[1]?.schema ?? { type: 'object', properties: {} };

  it('are found by path and by pointer', () => {
    expect(leafPlacesOf(schema).map((place) => place.path)).toEqual([
      'company',
      'date',
      'address',
      'total',
      'items[].name',
      'items[].quantity',
      'items[].price',
    ]);
    expect(schemaAtPath(schema, 'items[].price')).toBe(schemaAtPointer(schema, '/items/3/price'));
    expect(schemaAtPointer(schema, '/constructor')).toBeUndefined();
    expect(schemaAtPath(schema, 'items[].colour')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import { diffSchemas } from '@/lib/core/schema/diff-schemas';
import { migrateRecord, type MigratedRecord } from '@/lib/core/schema/migrate-record';
import type { FieldSchema, RecordSchema } from '@/lib/core/schema/types';

const text: FieldSchema = { type: 'string' };
const number: FieldSchema = { type: 'number' };
const object = (properties: Readonly<Record<string, FieldSchema>>): RecordSchema => ({ type: 'object', properties });
const list = (items: FieldSchema): FieldSchema => ({ type: 'array', items });
const box = [{ page: 0, box: [0, 0, 1, 1] }] as unknown as Evidence[string];

const kinds = (before: RecordSchema, after: RecordSchema): readonly string[] =>
  diffSchemas(before, after).map(({ kind, path, from }) => `${kind} ${from ? `${from.path} > ` : ''}${path}`);
const migrate = (before: RecordSchema, after: RecordSchema, record: JsonObject, evidence: Evidence = {}): MigratedRecord =>
  migrateRecord({ before, after, record, evidence });

describe('diffSchemas', () => {
  it('finds nothing between equals', () => expect(kinds(object({ a: text }), object({ a: text }))).toEqual([]));

  it('names what was added and removed, the topmost key alone', () => {
    expect(kinds(object({ a: number }), object({ a: number, b: object({ c: text }) }))).toEqual(['added b']);
    expect(kinds(object({ a: number, b: object({ c: text }) }), object({ a: number }))).toEqual(['removed b']);
  });

  it('takes the same name elsewhere for a move', () => {
    expect(kinds(object({ a: text, b: object({}) }), object({ b: object({ a: text }) }))).toEqual(['moved a > b.a']);
  });

  it('guesses a rename from place or description, and only among like kinds', () => {
    expect(kinds(object({ a: text, b: text }), object({ x: text, b: text }))).toEqual(['renamed a > x']);
    const described = { ...text, description: 'the one' } as FieldSchema;
    expect(kinds(object({ a: described, b: text }), object({ b: text, x: described }))).toEqual(['renamed a > x']);
    expect(kinds(object({ a: text }), object({ x: number }))).toEqual(['removed a', 'added x']);
  });

  it('names changed keywords and order', () => {
    const after: FieldSchema = { type: 'string', description: 'd', enum: ['x'], 'x-match': 'number', 'x-phi': true, 'x-severity': 'minor' };
    expect(kinds(object({ a: text }), object({ a: after }))).toEqual(['enum a', 'match a', 'phi a', 'severity a', 'description a']);
    expect(kinds(object({ a: text, b: text }), object({ b: text, a: text }))).toEqual(['reordered ']);
  });

  it('says one thing where a field became a list', () => {
    expect(kinds(object({ a: object({ b: text }) }), object({ a: list(object({ b: text })) }))).toEqual(['type a']);
  });

  it('has a sentence for each change', () => {
    for (const change of diffSchemas(object({ a: text, c: text }), object({ b: number, c: number })))
      expect(change.meaning).toMatch(/^[A-Z].*\.$/);
  });
});

describe('migrateRecord', () => {
  it('carries what stayed, with its evidence, and empties what is new', () => {
    const after = object({ a: text, rows: list(object({ b: text, c: text })), n: number });
    const migrated = migrate(object({ a: text, rows: list(object({ b: text })) }), after, { a: '1', rows: [{ b: '' }, { b: '2' }] }, {
      '/rows/1/b': box,
    });
    expect(migrated).toEqual({
      record: { a: '1', rows: [{ b: '', c: '' }, { b: '2', c: '' }], n: null },
      evidence: { '/rows/1/b': box },
      aside: [],
      moved: [],
    });
  });

  it('follows renames and moves through rows', () => {
    const before = object({ old: list(object({ b: text })), keep: text });
    const after = object({ fresh: list(object({ b: text })), keep: text });
    const migrated = migrate(before, after, { old: [{ b: '1' }, { b: '2' }], keep: 'k' }, { '/old/1/b': box });
    expect(migrated.record).toEqual({ fresh: [{ b: '1' }, { b: '2' }], keep: 'k' });
    expect(migrated.evidence).toEqual({ '/fresh/1/b': box });
    expect(migrated.moved).toContainEqual({ from: '/old/1/b', to: '/fresh/1/b' });
  });

  it('sets aside what has no place, with its boxes', () => {
    const migrated = migrate(object({ a: text, b: list(text) }), object({ b: number }), { a: '1', b: ['x', 'y'], odd: { k: 'z' } }, {
      '/a': box,
      '/b/7': box,
    });
    expect(migrated.record).toEqual({ b: null });
    expect(migrated.aside).toEqual([
      { pointer: '/a', value: '1', boxes: box },
      { pointer: '/b/0', value: 'x', boxes: [] },
      { pointer: '/b/1', value: 'y', boxes: [] },
      { pointer: '/odd/k', value: 'z', boxes: [] },
      { pointer: '/b/7', value: undefined, boxes: box },
    ]);
  });

  it('makes a value the first row of a list, and a single row the value', () => {
    const [one, many] = [object({ a: text }), object({ a: list(text) })];
    expect(migrate(one, many, { a: '1' }, { '/a': box })).toMatchObject({ record: { a: ['1'] }, evidence: { '/a/0': box } });
    expect(migrate(many, one, { a: ['1'] })).toMatchObject({ record: { a: '1' }, aside: [] });
    expect(migrate(many, one, { a: ['1', '2'] }).aside).toHaveLength(2);
    const [single, rows] = [object({ a: object({ b: text }) }), object({ a: list(object({ b: text })) })];
    expect(migrate(single, rows, { a: { b: '1' } }).record).toEqual({ a: [{ b: '1' }] });
    expect(migrate(rows, single, { a: [{ b: '1' }] }).record).toEqual({ a: { b: '1' } });
  });

  it('sets a key aside that moved out of its rows', () => {
    const before = object({ rows: list(object({ a: text, b: number })) });
    const after = object({ rows: list(object({ b: number })), a: text });
    const migrated = migrate(before, after, { rows: [{ a: '1', b: 2 }] });
    expect(migrated.record).toEqual({ rows: [{ b: 2 }], a: '' });
    expect(migrated.aside).toEqual([{ pointer: '/rows/0/a', value: '1', boxes: [] }]);
  });

  it('loses no value: each non-empty leaf is in the record or aside', () => {
    const before = object({ a: text, b: object({ c: text, d: list(text) }), e: list(object({ f: text })) });
    const after = object({ b: list(object({ d: text, c: text })), e: object({ f: text }), x: text });
    const record = { a: 'v1', b: { c: 'v2', d: ['v3', 'v4'] }, e: [{ f: 'v5' }, { f: 'v6' }], y: 'v7' };
    const { record: migrated, aside } = migrate(before, after, record);
    const kept = JSON.stringify([migrated, aside]);
    for (const value of ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7']) expect(kept).toContain(value);
  });
});

import { describe, expect, it } from 'vitest';
import {
  addKey,
  moveKey,
  removeKey,
  renameKey,
  setKeyword,
  unwrapList,
  wrapAsList,
  type SchemaEdit,
} from '@/lib/core/schema/edit-schema';
import { parseRecordSchema } from '@/lib/core/schema/parse-schema';
import { placesOf } from '@/lib/core/schema/schema-at';
import type { RecordSchema } from '@/lib/core/schema/types';

const text = { type: 'string' } as const;
const schema: RecordSchema = {
  type: 'object',
  properties: {
    a: text,
    b: { type: 'object', properties: { c: text } },
    d: { type: 'array', description: 'rows', items: { type: 'object', properties: { e: text } } },
  },
};

/** Paths of the edited schema, or the name of the problem. */
function pathsOf(edit: SchemaEdit): string {
  if (!edit.ok) return edit.problem;
  expect(parseRecordSchema(edit.schema).ok).toBe(true);
  return placesOf(edit.schema)
    .slice(1)
    .map((place) => place.path)
    .join(' ');
}

describe('edits of the tree', () => {
  it('add keys to objects and rows, at a place', () => {
    expect(pathsOf(addKey(schema, [], 'z', text))).toBe('a b b.c d d[] d[].e z');
    expect(pathsOf(addKey(schema, ['d', '[]'], 'z', text, 0))).toBe('a b b.c d d[] d[].z d[].e');
    expect(pathsOf(addKey(schema, [], 'a', text))).toBe('name-taken');
    expect(pathsOf(addKey(schema, [], ' ', text))).toBe('bad-name');
    expect(pathsOf(addKey(schema, [], '7', text))).toBe('bad-name');
    expect(pathsOf(addKey(schema, ['a'], 'z', text))).toBe('not-an-object');
    expect(pathsOf(addKey(schema, ['x'], 'z', text))).toBe('no-such-key');
    expect(pathsOf(addKey(schema, [], 'constructor', text))).toContain('constructor');
  });

  it('rename in place', () => {
    expect(renameKey(schema, ['b'], 'x')).toMatchObject({ ok: true, address: ['x'] });
    expect(pathsOf(renameKey(schema, ['b'], 'x'))).toBe('a x x.c d d[] d[].e');
    expect(pathsOf(renameKey(schema, ['b'], 'a'))).toBe('name-taken');
    expect(pathsOf(renameKey(schema, ['b'], 'b'))).toBe('a b b.c d d[] d[].e');
    expect(pathsOf(renameKey(schema, ['d', '[]'], 'x'))).toBe('no-such-key');
  });

  it('remove a key with all below it, never the root', () => {
    expect(pathsOf(removeKey(schema, ['b']))).toBe('a d d[] d[].e');
    expect(pathsOf(removeKey(schema, []))).toBe('no-such-key');
  });

  it('move up, down and into another object', () => {
    expect(pathsOf(moveKey(schema, ['b'], 'up'))).toBe('b b.c a d d[] d[].e');
    expect(pathsOf(moveKey(schema, ['b'], 'down'))).toBe('a d d[] d[].e b b.c');
    expect(pathsOf(moveKey(schema, ['a'], 'up'))).toBe('at-the-edge');
    expect(pathsOf(moveKey(schema, ['d'], 'down'))).toBe('at-the-edge');
    expect(pathsOf(moveKey(schema, ['a'], { parent: ['d', '[]'], index: 0 }))).toBe('b b.c d d[] d[].a d[].e');
    expect(pathsOf(moveKey(schema, ['d', '[]', 'e'], { parent: [] }))).toBe('a b b.c d d[] e');
    expect(pathsOf(moveKey(schema, ['b'], { parent: ['b'] }))).toBe('into-itself');
    expect(pathsOf(moveKey(schema, ['a'], { parent: ['x'] }))).toBe('no-such-key');
  });

  it('set keywords and take them away', () => {
    const phi = setKeyword(schema, ['a'], { keyword: 'x-phi', value: true });
    expect(phi).toMatchObject({ schema: { properties: { a: { type: 'string', 'x-phi': true } } } });
    const back = phi.ok ? setKeyword(phi.schema, ['a'], { keyword: 'x-phi', value: false }) : phi;
    expect(back).toMatchObject({ ok: true, schema });
    const choice = setKeyword(schema, ['a'], { keyword: 'enum', value: ['x'] });
    const number = choice.ok ? setKeyword(choice.schema, ['a'], { keyword: 'type', value: 'number' }) : choice;
    expect(number.ok && number.schema.properties['a']).toEqual({ type: 'number' });
    const minor = setKeyword(schema, ['a'], { keyword: 'x-severity', value: 'minor' });
    expect(minor.ok && minor.schema.properties['a']).toEqual({ type: 'string', 'x-severity': 'minor' });
    expect(minor.ok && setKeyword(minor.schema, ['a'], { keyword: 'x-severity', value: undefined })).toMatchObject({ schema });
    expect(setKeyword(schema, ['d'], { keyword: 'x-match', value: 'number' })).toMatchObject({ problem: 'not-a-leaf' });
    expect(setKeyword(schema, [], { keyword: 'description', value: 'root' })).toMatchObject({ ok: true });
  });

  it('make a list of a field and a field of a list', () => {
    const list = wrapAsList(schema, ['b']);
    expect(pathsOf(list)).toBe('a b b[] b[].c d d[] d[].e');
    expect(list.ok && unwrapList(list.schema, ['b'])).toMatchObject({ ok: true, schema });
    expect(unwrapList(schema, ['d'])).toMatchObject({ schema: { properties: { d: { type: 'object', description: 'rows' } } } });
    expect(unwrapList(schema, ['a'])).toMatchObject({ problem: 'not-a-list' });
    expect(wrapAsList(schema, [])).toMatchObject({ problem: 'not-a-key' });
  });

  it('leave the schema they are given as it was', () => {
    const before = structuredClone(schema);
    moveKey(schema, ['a'], { parent: ['b'] });
    setKeyword(schema, ['a'], { keyword: 'x-phi', value: true });
    wrapAsList(schema, ['b']);
    expect(schema).toEqual(before);
  });
});

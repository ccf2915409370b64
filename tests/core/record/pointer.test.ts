import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/record/json';
import { formatPointer, leavesOf, parsePointer, pathOfPointer, valueAt, withValueAt } from '@/lib/core/record/pointer';

const record: JsonObject = { name: 'Ann', rows: [{ 'a/b': '1' }, { 'm~n': '2' }], nested: { deep: { leaf: null } } };

describe('pointers', () => {
  it('come back from their text, whatever the keys are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        expect(parsePointer(formatPointer(segments))).toEqual(segments);
      }),
    );
  });

  it('escape "~" before "/"', () => {
    expect(formatPointer(['a/b', 'm~n', '~1', 0])).toBe('/a~1b/m~0n/~01/0');
    expect(() => parsePointer('name')).toThrow(SyntaxError);
  });

  it('find what they name, and nothing that an object has by nature', () => {
    expect(valueAt(record, '')).toBe(record);
    expect(valueAt(record, '/rows/0/a~1b')).toBe('1');
    expect(valueAt(record, '/rows/2')).toBeUndefined();
    expect(valueAt(record, '/rows/00')).toBeUndefined();
    expect(valueAt(record, '/rows/length')).toBeUndefined();
    expect(valueAt(record, '/constructor')).toBeUndefined();
    expect(valueAt(record, '/name/0')).toBeUndefined();
  });
});

describe('withValueAt', () => {
  it('replaces without touching the input or its neighbours', () => {
    const before = structuredClone(record);
    const after = withValueAt(record, '/rows/1/m~0n', '3');
    expect(valueAt(after, '/rows/1/m~0n')).toBe('3');
    expect(record).toEqual(before);
    expect(after['nested']).toBe(record['nested']);
    expect(Object.keys(after)).toEqual(Object.keys(record));
  });

  it('removes where the value is undefined: a key, or a row that others close up behind', () => {
    expect(withValueAt(record, '/name', undefined)).not.toHaveProperty('name');
    expect(valueAt(withValueAt(record, '/rows/0', undefined), '/rows')).toEqual([{ 'm~n': '2' }]);
    expect(withValueAt(record, '/no/such/key', undefined)).toEqual(record);
    expect(valueAt(withValueAt(record, '/rows/2', undefined), '/rows')).toEqual(record['rows']);
  });

  it('appends at "-" and at the length of a list, and refuses rows beyond', () => {
    expect(valueAt(withValueAt(record, '/rows/-', 'x'), '/rows/2')).toBe('x');
    expect(valueAt(withValueAt(record, '/rows/2', 'x'), '/rows/2')).toBe('x');
    expect(() => withValueAt(record, '/rows/3', 'x')).toThrow(RangeError);
    expect(() => withValueAt(record, '/rows/-1', 'x')).toThrow(RangeError);
    expect(() => withValueAt(record, '', 'x')).toThrow(RangeError);
  });

  it('makes the objects on the way, and sets "__proto__" as a key like any other', () => {
    expect(withValueAt({}, '/a/b', 1)).toEqual({ a: { b: 1 } });
    const odd = withValueAt({}, '/__proto__/polluted', 'yes');
    expect(Object.keys(odd)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('and valueAt agree', () => {
    for (const { pointer } of leavesOf(record)) expect(valueAt(withValueAt(record, pointer, 'new'), pointer)).toBe('new');
  });
});

describe('leavesOf', () => {
  it('names every leaf in order, empty ones too, with "[]" for rows', () => {
    expect(leavesOf(record)).toEqual([
      { pointer: '/name', path: 'name', value: 'Ann' },
      { pointer: '/rows/0/a~1b', path: 'rows[].a/b', value: '1' },
      { pointer: '/rows/1/m~0n', path: 'rows[].m~n', value: '2' },
      { pointer: '/nested/deep/leaf', path: 'nested.deep.leaf', value: null },
    ]);
  });

  it('gives the path that pathOfPointer gives', () => {
    for (const { pointer, path } of leavesOf({ ...record, bag: ['x', ['y']] })) expect(pathOfPointer(pointer)).toBe(path);
  });
});

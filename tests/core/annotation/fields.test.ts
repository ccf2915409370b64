import { describe, expect, it } from 'vitest';
import { checkContent } from '@/lib/core/annotation/check-content';
import { fieldsOf, leafBeside, leafItems, rowOfPointer } from '@/lib/core/annotation/fields';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { warningsOf } from '@/lib/core/annotation/warnings';
import type { PageBox } from '@/lib/core/geometry/box';
import { bloodSchema, boxAt, threeRows } from './scenes';

const items = fieldsOf(bloodSchema, threeRows.record);

describe('the fields of a record', () => {
  it('come in the order of the schema, with the rows that the record has', () => {
    expect(leafItems(items).map(({ pointer }) => pointer)).toEqual([
      '/name', '/age', '/visit/date', '/visit/ward',
      ...[0, 1, 2].flatMap((row) => ['item', 'result', 'unit'].map((key) => `/indicators/${row}/${key}`)),
    ]);
  });

  it('are walked one by one, stopping at both ends', () => {
    expect(leafBeside(items, '/visit/ward', 1)).toBe('/indicators/0/item');
    expect(leafBeside(items, '/name', -1)).toBe('/name');
    expect(leafBeside(items, null, 1)).toBe('/name');
    expect(leafBeside([], '/name', 1)).toBeNull();
  });

  it('know the row that they stand in', () => {
    expect(rowOfPointer(items, '/indicators/2/unit')).toEqual({ list: '/indicators', index: 2 });
    expect(rowOfPointer(items, '/visit/date')).toBeNull();
  });
});

describe('words taken for a field', () => {
  it('become text in reading order and one box for each line', () => {
    const word = (text: string, line: number, x: number) => ({ text, line, confidence: 1, box: [x, line / 10, x + 0.1, line / 10 + 0.05] as unknown as PageBox });
    expect(fillFromWords(2, [word('Street', 3, 0.1), word('Main', 2, 0.5), word('12', 2, 0.3)])).toEqual({
      text: '12 Main Street',
      boxes: [{ page: 2, box: [0.3, 0.2, 0.6, 0.25] }, { page: 2, box: [0.1, 0.3, 0.2, 0.35] }],
    });
    expect(fillFromWords(0, [])).toBeNull();
  });
});

describe('content on its way to the server', () => {
  it('is taken with leaves of the wrong type, which are warnings', () => {
    const record = { age: 'about 41' };
    expect(checkContent(bloodSchema, { record, evidence: {}, provenance: {} }, 1)).toEqual([]);
    expect(warningsOf(bloodSchema, record)).toEqual({ '/age': 'should be a whole number' });
  });

  it('is refused with a wrong structure, without quoting a value', () => {
    const problems = checkContent(bloodSchema, { record: { indicators: 'secret' }, evidence: {}, provenance: {} }, 1);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/indicators']);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  it('is refused with evidence on a row, a key or a page that is not there', () => {
    const stray = (evidence: Record<string, ReturnType<typeof boxAt>[]>) =>
      checkContent(bloodSchema, { ...threeRows, evidence }, 1).map(({ pointer }) => pointer);
    expect(stray({ '/indicators/3/item': [boxAt(0)] })).toEqual(['/indicators/3/item']);
    expect(stray({ '/nobody': [boxAt(0)] })).toEqual(['/nobody']);
    expect(stray({ '/indicators': [boxAt(0)] })).toEqual(['/indicators']);
    expect(stray({ '/name': [boxAt(0, 1)] })).toEqual(['/name']);
    expect(stray({ '/visit/ward': [boxAt(0)] })).toEqual([]);
  });
});

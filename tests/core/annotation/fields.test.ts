import { describe, expect, it } from 'vitest';
import { checkContent } from '@/lib/core/annotation/check-content';
import { fieldsOf, hasSameRows, isLeafItem, rowOfPointer, stopBeside } from '@/lib/core/annotation/fields';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { warningOf } from '@/lib/core/annotation/warnings';
import type { PageBox } from '@/lib/core/geometry/box';
import type { JsonObject } from '@/lib/core/record/json';
import { withValueAt } from '@/lib/core/record/pointer';
import type { RecordSchema } from '@/lib/core/schema/types';
import { bloodSchema, boxAt, threeRows } from './scenes';

const items = fieldsOf(bloodSchema, threeRows.record);

const warningsOf = (schema: RecordSchema, record: JsonObject): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(schema, record).filter(isLeafItem).flatMap(({ pointer, schema: leaf, value }) => {
      const warning = warningOf(leaf, value);
      return warning === undefined ? [] : [[pointer, warning]];
    }),
  );

describe('the fields of a record', () => {
  it('come in the order of the schema, with the rows that the record has', () => {
    expect(items.filter(isLeafItem).map(({ pointer }) => pointer)).toEqual([
      '/name', '/age', '/visit/date', '/visit/ward',
      ...[0, 1, 2].flatMap((row) => ['item', 'result', 'unit'].map((key) => `/indicators/${row}/${key}`)),
    ]);
  });

  it('are walked one by one, stopping at both ends', () => {
    expect(stopBeside(items, '/visit/ward', 1)).toBe('/indicators/0/item');
    expect(stopBeside(items, '/name', -1)).toBe('/name');
    expect(stopBeside(items, null, 1)).toBe('/name');
    expect(stopBeside([], '/name', 1)).toBeNull();
    expect(stopBeside(items, '/indicators/2/unit', 1), 'a list without rows is a stop of its own').toBe('/notes');
  });

  it('know the row that they stand in', () => {
    expect(rowOfPointer(items, '/indicators/2/unit')).toEqual({ list: '/indicators', index: 2 });
    expect(rowOfPointer(items, '/visit/date')).toBeNull();
  });

  it('stay the same fields while values change, and become others with a row more or less', () => {
    const { record } = threeRows;
    for (const pointer of ['/name', '/visit/ward', '/indicators/1/result', '/indicators/1/item']) {
      expect(hasSameRows(bloodSchema, record, withValueAt(record, pointer, 'typed'))).toBe(true);
      expect(hasSameRows(bloodSchema, record, withValueAt(record, pointer, undefined))).toBe(true);
    }
    expect(hasSameRows(bloodSchema, record, withValueAt(record, '/indicators/-', {}))).toBe(false);
    expect(hasSameRows(bloodSchema, record, withValueAt(record, '/indicators/2', undefined))).toBe(false);
    expect(hasSameRows(bloodSchema, record, {})).toBe(false);
  });
});

describe('warnings', () => {
  const schema: RecordSchema = {
    type: 'object',
    properties: {
      sex: { type: 'string', enum: ['F', 'M'] },
      ward: { type: 'string', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
      total: { type: 'string', 'x-match': 'number' },
      fasting: { type: 'boolean' },
      days: { type: 'integer' },
    },
  };

  it('say in words what is odd about a value, and never quote it', () => {
    expect(warningsOf(schema, { sex: 'x', ward: 'secret', total: 'about 5', fasting: 'maybe', days: 1.5 })).toEqual({
      '/sex': 'not in the list: F, M',
      '/ward': 'not in the list: a, b, c, d, e, f, and 2 more',
      '/total': 'no number, so it is compared as text',
      '/fasting': 'neither yes nor no',
      '/days': 'no whole number',
    });
  });

  it('are silent about what fits and about what is empty', () => {
    expect(warningsOf(schema, { sex: 'F', ward: '', total: '1,234.50', fasting: true, days: null })).toEqual({});
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
    expect(warningsOf(bloodSchema, record)).toEqual({ '/age': 'no whole number' });
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

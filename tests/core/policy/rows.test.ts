import { describe, expect, it } from 'vitest';
import { planFields, reachableRecord } from '@/lib/core/policy';
import { layOut } from '@/lib/core/policy/layout/layout';
import { alignRows } from '@/lib/core/policy/rows/align-rows';
import { assembleRows, continueTag, none, startTag } from '@/lib/core/policy/rows/tags';
import type { PageWords } from '@/lib/core/geometry/word';
import type { Json } from '@/lib/core/record/json';
import type { RecordSchema } from '@/lib/core/schema/types';
import { printedPage, type PrintedLine } from './fixtures/pages';

const text = { type: 'string' } as const;
const schema: RecordSchema = {
  type: 'object',
  properties: {
    rows: { type: 'array', items: { type: 'object', properties: { name: text, value: text, unit: text } } },
  },
};
const reach = (page: PageWords, rows: readonly Json[]): Json | undefined =>
  reachableRecord(schema, { id: 'd', pages: [page] }, { rows }).rows;

const table = (...cells: readonly (readonly [number, readonly string[]])[]): PageWords =>
  printedPage(
    cells.flatMap(([y, texts]) => texts.map((cell, c): PrintedLine => ({ text: cell, x: 60 + c * 220, y }))),
  );

describe('assembleRows', () => {
  it('opens a row at each start tag and adds the others to it', () => {
    const tags = [none, startTag(0, 2), continueTag(0), continueTag(1), startTag(0, 2), continueTag(1)];
    expect(assembleRows(tags, 2).map(({ cells }) => cells)).toEqual([[[1, 2], [3]], [[4], [5]]]);
  });

  it('opens a row for a first tag that forgot to', () => {
    expect(assembleRows([continueTag(1)], 2)).toEqual([{ cells: [[], [0]] }]);
  });
});

describe('the rows that words can reach', () => {
  it('are those of a table with a header, in any order of gold', () => {
    const page = table([100, ['Item', 'Result', 'Unit']], [130, ['Sodium', '140', 'mmol/L']], [160, ['Iron', '12', 'g/L']]);
    const sodium = { name: 'Sodium', value: '140', unit: 'mmol/L' };
    const iron = { name: 'Iron', value: '12', unit: 'g/L' };
    expect(reach(page, [sodium, iron])).toEqual([sodium, iron]);
    expect(reach(page, [iron, sodium])).toEqual([sodium, iron]);
  });

  it('are those of a list whose rows run over several lines', () => {
    const page = printedPage([
      { text: '1) TROYSAR AM 5mg', x: 60, y: 100 },
      { text: 'SL: 30 tablets', x: 600, y: 101 },
      { text: 'one in the morning', x: 90, y: 126 },
      { text: '2) PARTAMOL 500mg', x: 60, y: 152 },
      { text: 'SL: 20 tablets', x: 600, y: 152 },
      { text: 'two at night', x: 90, y: 178 },
    ]);
    const rows = [
      { name: 'TROYSAR AM 5mg', value: '30 tablets', unit: 'one in the morning' },
      { name: 'PARTAMOL 500mg', value: '20 tablets', unit: 'two at night' },
    ];
    expect(reach(page, rows)).toEqual(rows);
  });

  it('hold a value that is wrapped inside its cell', () => {
    const page = printedPage([
      { text: 'High density', x: 60, y: 100 },
      { text: '1.2', x: 400, y: 100 },
      { text: 'lipoprotein', x: 60, y: 126 },
    ]);
    const rows = [{ name: 'High density lipoprotein', value: '1.2' }];
    expect(reach(page, rows)).toEqual(rows);
  });

  it('are told apart when two stand side by side', () => {
    const page = table([100, ['Iron', '12', 'Zinc', '14']], [130, ['Lead', '1', 'Gold', '2']]);
    const rows = [
      { name: 'Iron', value: '12' },
      { name: 'Zinc', value: '14' },
      { name: 'Lead', value: '1' },
      { name: 'Gold', value: '2' },
    ];
    expect(reach(page, rows)).toEqual(rows);
  });

  it('say what the reader misread', () => {
    const page = table([100, ['Hemog1obin', '140', 'g/L']]);
    expect(reach(page, [{ name: 'Hemoglobin', value: '140', unit: 'g/L' }])).toEqual([
      { name: 'Hemog1obin', value: '140', unit: 'g/L' },
    ]);
  });

  it('keep equal values in the columns where other rows have them', () => {
    const page = table([100, ['Iron', '12', '9']], [130, ['Zinc', '7', '7']], [160, ['Lead', '3', '5']]);
    const rows = [
      { name: 'Iron', value: '12', unit: '9' },
      { name: 'Zinc', value: '7', unit: '7' },
      { name: 'Lead', value: '3', unit: '5' },
    ];
    expect(reach(page, rows)).toEqual(rows);
  });
});

describe('alignRows', () => {
  const [group] = planFields(schema).groups;
  if (!group) throw new Error('the schema has a row group');

  it('takes evidence over text', () => {
    const layout = layOut([table([100, ['Iron', '12', '12']])]);
    const last = layout.tokens[2];
    if (!last) throw new Error('the page has three words');
    const { tags } = alignRows(layout, group, [{ name: 'Iron', value: '12' }], {
      '/rows/0/value': [{ page: 0, box: last.box }],
    });
    expect([...tags]).toEqual([startTag(0, 3), none, continueTag(1)]);
  });

  it('learns nothing from the words of a row that lacks a value', () => {
    const layout = layOut([table([100, ['Iron', 'xx', 'g/L']], [130, ['Page', 'one']])]);
    const { known } = alignRows(layout, group, [{ name: 'Iron', value: '12.75', unit: 'g/L' }], undefined);
    expect([...known]).toEqual([1, 0, 1, 1, 1]);
  });

  it('finds nothing where gold has no rows', () => {
    const layout = layOut([table([100, ['Iron', '12']])]);
    expect([...alignRows(layout, group, [], undefined).tags]).toEqual([none, none]);
  });
});

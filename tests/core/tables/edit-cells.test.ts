import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { checkContent } from '@/lib/core/annotation/check-content';
import { emptyContent } from '@/lib/core/annotation/content';
import { rowsAt } from '@/lib/core/annotation/rows';
import { valueAt } from '@/lib/core/record/pointer';
import type { ListSchema } from '@/lib/core/schema/types';
import { boundsOf, cellAfter, cellBeside, oneCell, type CellBounds } from '@/lib/core/tables/cell-range';
import { clearCells, copyCells, fillDown, markCellsAbsent, pasteCells } from '@/lib/core/tables/edit-cells';
import { tableOf, type Table } from '@/lib/core/tables/table-columns';
import { bloodSchema, boxAt, threeRows } from '../annotation/scenes';

const table = tableOf('/indicators', bloodSchema.properties.indicators as ListSchema) as Table;
const notes = tableOf('/notes', bloodSchema.properties.notes as ListSchema) as Table;
const at = (row: number, column: number): CellBounds => boundsOf(oneCell({ row, column }));
const range = (top: number, left: number, bottom: number, right: number): CellBounds => ({ top, left, bottom, right });

function paste(cells: string[][], where: CellBounds, content = threeRows, into = table) {
  const pasted = pasteCells(content, into, where, cells);
  if (pasted.kind === 'refused') throw new Error(pasted.message);
  return { ...pasted, ...applyOperation(content, pasted.operation) };
}

describe('a list as a table', () => {
  it('has a column for each leaf of its rows, and one for a list of leaves', () => {
    expect(table.columns.map(({ name, suffix }) => [name, suffix])).toEqual([['item', '/item'], ['result', '/result'], ['unit', '/unit']]);
    expect(notes.columns.map(({ suffix }) => suffix)).toEqual(['']);
  });

  it('is none where a row holds more than leaves', () => {
    expect(tableOf('/l', { type: 'array', items: { type: 'object', properties: { a: { type: 'object', properties: {} } } } })).toBeNull();
    expect(tableOf('/l', { type: 'array', items: { type: 'array', items: { type: 'string' } } })).toBeNull();
  });
});

describe('cells', () => {
  it('are walked within the table, and from row to row with Tab', () => {
    const size = { rows: 2, columns: 3 };
    expect(cellBeside({ row: 0, column: 0 }, { row: -1, column: 1 }, size)).toEqual({ row: 0, column: 1 });
    expect(cellAfter({ row: 0, column: 2 }, 1, size)).toEqual({ row: 1, column: 0 });
    expect(cellAfter({ row: 1, column: 2 }, 1, size)).toBeNull();
    expect(cellAfter({ row: 0, column: 0 }, -1, size)).toBeNull();
  });

  it('between two ends are the same whichever end came first', () => {
    expect(boundsOf({ anchor: { row: 2, column: 0 }, head: { row: 0, column: 1 } })).toEqual(range(0, 0, 2, 1));
  });
});

describe('pasting', () => {
  it('reads values as the columns want them, and marks them as typed', () => {
    const { content } = paste([['MCV', '88.5']], at(0, 0));
    expect(valueAt(content.record, '/indicators/0')).toEqual({ item: 'MCV', result: 88.5 });
    expect(content.provenance['/indicators/0/result']).toBe('typed');
  });

  it('adds the rows that the table lacks', () => {
    const { content, added, bounds } = paste([['a'], ['b'], ['c'], ['d']], at(1, 0));
    expect(added).toBe(2);
    expect(rowsAt(content.record, '/indicators')).toHaveLength(5);
    expect(bounds).toEqual(range(1, 0, 4, 0));
    expect(paste([['fasting'], ['']], at(0, 0), emptyContent, notes).content.record).toEqual({ notes: ['fasting', null] });
  });

  it('refuses more columns than there are and says how many there are', () => {
    expect(pasteCells(threeRows, table, at(0, 1), [['1', '2', '3']])).toEqual({
      kind: 'refused', message: 'This has 3 columns; from “result” on there are 2. Nothing was pasted.',
    });
    expect(pasteCells(threeRows, table, at(0, 0), []).kind).toBe('refused');
  });

  it('leaves what a short row does not reach, and empties what an empty cell says', () => {
    const { content } = paste([['', '7'], ['x']], at(0, 0));
    expect(valueAt(content.record, '/indicators/0')).toEqual({ result: 7 });
    expect(valueAt(content.record, '/indicators/1')).toEqual({ item: 'x', result: 6.1 });
  });

  it('drops evidence of what was replaced and keeps that of what stayed the same', () => {
    const { content } = paste([['HGB'], ['new']], at(0, 0), { ...threeRows, evidence: { '/indicators/0/item': [boxAt(0.2)], '/indicators/1/item': [boxAt(0.3)] } });
    expect(content.evidence).toEqual({ '/indicators/0/item': [boxAt(0.2)] });
  });

  it('fills a whole range with a single text', () => {
    const { content } = paste([['g/L']], range(0, 2, 2, 2));
    expect(copyCells(content, table, range(0, 2, 2, 2))).toEqual([['g/L'], ['g/L'], ['g/L']]);
  });

  it('is one step that gives back what was there, whatever was pasted', () => {
    const cells = fc.array(fc.array(fc.constantFrom('', 'a', '1.5', 'x\ny'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cells, fc.nat({ max: 3 }), (texts, row) => {
        const { content, inverse } = paste(texts, at(row, 0));
        expect(checkContent(bloodSchema, content, 1)).toEqual([]);
        expect(applyOperation(content, inverse).content).toEqual(threeRows);
        expect(copyCells(content, table, range(row, 0, row + texts.length - 1, 0)).flat()).toEqual(texts.map(([first]) => first));
      }),
    );
  });
});

describe('filling down', () => {
  it('takes value, evidence and provenance of the first row of the range', () => {
    const operation = fillDown(threeRows, table, range(0, 0, 2, 0));
    const { content, inverse } = applyOperation(threeRows, operation as NonNullable<typeof operation>);
    expect(copyCells(content, table, range(0, 0, 2, 0))).toEqual([['HGB'], ['HGB'], ['HGB']]);
    expect(content.evidence['/indicators/2/item']).toEqual([boxAt(0.2)]);
    expect(applyOperation(content, inverse).content).toEqual(threeRows);
  });

  it('takes the row above where one row alone is chosen, and does nothing on the first', () => {
    const operation = fillDown(threeRows, table, at(2, 1));
    expect(operation && valueAt(applyOperation(threeRows, operation).content.record, '/indicators/2/result')).toBe(6.1);
    expect(fillDown(threeRows, table, at(0, 0))).toBeNull();
  });
});

describe('a range', () => {
  it('is cleared or marked absent as a whole', () => {
    const cleared = applyOperation(threeRows, clearCells(table, range(0, 0, 2, 2)));
    expect(cleared.content.record.indicators).toEqual([{}, {}, {}]);
    expect(cleared.content.evidence).toEqual({ '/name': [boxAt(0.1)] });
    const absent = applyOperation(threeRows, markCellsAbsent(threeRows, table, range(0, 2, 2, 2)));
    expect(copyCells(absent.content, table, range(0, 2, 2, 2)).flat()).toEqual(['', '', '']);
    expect(absent.content.provenance['/indicators/1/unit']).toBe('absent');
    expect(checkContent(bloodSchema, absent.content, 1)).toEqual([]);
    expect(applyOperation(absent.content, absent.inverse).content).toEqual(threeRows);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { checkContent } from '@/lib/core/annotation/check-content';
import { emptyContent } from '@/lib/core/annotation/content';
import type { Word } from '@/lib/core/geometry/word';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import type { ListSchema } from '@/lib/core/schema/types';
import { looksLikeHeading } from '@/lib/core/tables/header-words';
import { proposeTable } from '@/lib/core/tables/propose-table';
import { tableOf, type Table } from '@/lib/core/tables/table-columns';
import { proposedCells, retarget, takeProposal } from '@/lib/core/tables/take-proposal';
import { page, print, setTable, skew, tableOfReport } from './layouts';

const indicators = tableOf('/Indicators', medicalReportSchema.properties.Indicators as ListSchema) as Table;
const places = [60, 320, 470, 620];
const heading = ['Test', 'Result', 'Unit', 'Reference range'];
const body = [
  ['Haemoglobin', '13.5', 'g/dL', '12.0 - 16.0'],
  ['White blood cells', '6.1', '10^9/L', '4.0 - 10.0'],
  ['Platelets', '', '10^9/L', '150 - 400'],
  ['Mean cell volume', '88', 'fL', ''],
];

/** Rows as the list would get them: texts by column name. */
function rowsFrom(words: readonly Word[], table = indicators): Record<string, string>[] {
  const proposal = proposeTable(words, page, table.columns);
  const rows: Record<string, string>[] = (proposal?.rows ?? []).map(() => ({}));
  for (const { row, column, fill } of proposal ? proposedCells(proposal) : []) {
    const [target, name] = [rows[row], table.columns[column]?.name];
    if (target && name) target[name] = fill.text;
  }
  return rows;
}
const names = ['Item Name', 'Result', 'Unit', 'Reference Range'];
const expected = body.map((row) => Object.fromEntries(row.flatMap((text, at) => (text === '' ? [] : [[names[at] ?? '', text]]))));

describe('rows proposed for a region', () => {
  it('are the lines under the heading, their columns named by it, missing cells left out', () => {
    expect(rowsFrom(setTable([heading, ...body], places))).toEqual(expected);
  });

  it('do not depend on the order in which the words come', () => {
    expect(rowsFrom(setTable([heading, ...body], places).toReversed())).toEqual(expected);
  });

  it('are the same on a page that lies askew', () => {
    for (const slope of [-0.04, -0.015, 0.02, 0.045]) expect(rowsFrom(skew(setTable([heading, ...body], places), slope))).toEqual(expected);
  });

  it('are found without a heading by what the cells look like', () => {
    expect(rowsFrom(setTable(body, places))).toEqual(expected);
  });

  it('have numbers that are set to the right', () => {
    const numbers = ['7', '13.5', '150', '0.04'];
    const words = [...print('Item', 60, 100), ...print('Value', 420, 100, true), ...numbers.flatMap((text, at) => [...print(`Item ${'x'.repeat(at + 1)}`, 60, 132 + at * 32), ...print(text, 420, 132 + at * 32, true)])];
    expect(rowsFrom(words).map(({ Result }) => Result)).toEqual(numbers);
  });

  it('take a wrapped cell into its row', () => {
    const wrapped = [heading, body[0] ?? [], ['Glycated haemoglobin', '5.4', '%', '4.0 - 6.0'], ['(fasting, venous)', '', '', ''], body[3] ?? []];
    expect(rowsFrom(setTable(wrapped, places)).map((row) => row['Item Name'])).toEqual(['Haemoglobin', 'Glycated haemoglobin (fasting, venous)', 'Mean cell volume']);
    const behind = [heading, body[0] ?? [], ['Sodium', '140', 'mmol/L', '135 - 145'], ['', '', '', '(adults)'], body[3] ?? []];
    expect(rowsFrom(setTable(behind, places)).map((row) => row['Reference Range'])).toEqual(['12.0 - 16.0', '135 - 145 (adults)', undefined]);
  });

  it('split a mark off the result where it has no column of its own', () => {
    const marked = [['Test', 'Result', 'Unit'], ['Sodium', '131 L', 'mmol/L'], ['Potassium', '4.2', 'mmol/L'], ['Glucose', '11.30 H', 'mmol/L']];
    const rows = rowsFrom(setTable(marked, [60, 320, 500]));
    expect(rows.map((row) => [row.Result, row['Abnormal Mark']])).toEqual([['131', 'L'], ['4.2', undefined], ['11.30', 'H']]);
  });

  it('leave out a title above the heading and columns that are none of the list', () => {
    const numbered = [heading, ...body].map((row, at) => [at === 0 ? 'No.' : String(at), ...row]);
    const words = [...print('Complete blood count of the morning sample in full', 60, 60), ...setTable(numbered, [60, 120, 380, 530, 680])];
    expect(rowsFrom(words)).toEqual(expected);
  });

  it('name columns by order where nothing else tells', () => {
    const table = tableOf('/list', { type: 'array', items: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } } }) as Table;
    expect(rowsFrom(setTable([['uno', 'dos'], ['tres', 'cuatro'], ['cinco', 'seis']], [60, 400]), table)).toEqual([{ a: 'uno', b: 'dos' }, { a: 'tres', b: 'cuatro' }, { a: 'cinco', b: 'seis' }]);
  });

  it('are one column for a list of texts', () => {
    const notes = tableOf('/notes', { type: 'array', items: { type: 'string' } }) as Table;
    expect(rowsFrom([...print('Drink water', 60, 100), ...print('Come back', 60, 140)], notes).map(({ value }) => value)).toEqual(['Drink water', 'Come back']);
  });

  it('are none where there are no words', () => {
    expect(proposeTable([], page, indicators.columns)).toBeNull();
  });

  it('never hold a word that the region lacks, nor one twice, wherever words stand', () => {
    const anyWord = fc.record({ text: fc.constantFrom('HGB', '13.5', 'g/dL', 'H', '-', 'Result', 'of'), x: fc.nat({ max: 900 }), y: fc.nat({ max: 1300 }) });
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 40 }), (placed) => {
        const words = placed.flatMap(({ text, x, y }) => print(text, x, y));
        const key = ({ text, box }: Word): string => `${text}@${box.join()}`;
        const left = words.map(key);
        for (const word of proposeTable(words, page, indicators.columns)?.rows.flat(2) ?? []) {
          const at = left.indexOf(key(word));
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }),
    );
  });
});

describe('a proposal', () => {
  const proposal = proposeTable(setTable([heading, ...body], places), page, indicators.columns);
  if (!proposal) throw new Error('the words make a table');

  it('becomes rows with values, evidence and provenance from the words, and one step takes it back', () => {
    const { content, inverse } = applyOperation(emptyContent, takeProposal(emptyContent, indicators, proposal));
    expect(content.record.Indicators).toEqual(expected);
    expect(content.provenance['/Indicators/1/Item Name']).toBe('words');
    expect(content.evidence['/Indicators/1/Item Name']).toHaveLength(1);
    expect(checkContent(medicalReportSchema, content, 1)).toEqual([]);
    expect(applyOperation(content, inverse).content).toEqual(emptyContent);
  });

  it('goes behind the rows that say something and takes the place of those that say nothing', () => {
    const before = { ...emptyContent, record: { Indicators: [{ Result: '1' }, {}, { Unit: '' }] } };
    const { content, inverse } = applyOperation(before, takeProposal(before, indicators, proposal));
    expect(content.record.Indicators).toEqual([{ Result: '1' }, ...expected]);
    expect(applyOperation(content, inverse).content).toEqual(before);
  });

  it('can have its columns named anew, none twice', () => {
    const unit = indicators.columns.findIndex(({ name }) => name === 'Unit');
    const changed = retarget(proposal, 1, unit);
    expect(changed.columns.map(({ target }) => target).filter((target) => target === unit)).toHaveLength(1);
    expect(changed.columns[1]?.target).toBe(unit);
    expect(retarget(proposal, 0, null).columns[0]?.target).toBeNull();
  });
});

describe('a pasted row', () => {
  it('is a heading where most of its cells name columns', () => {
    const columns = indicators.columns.map(({ name }) => name);
    expect(looksLikeHeading(['Test', 'Value', 'Units'], columns)).toBe(true);
    expect(looksLikeHeading(['item name', 'RESULT', ''], columns)).toBe(true);
    expect(looksLikeHeading(['Haemoglobin', '13.5', 'g/dL'], columns)).toBe(false);
    expect(looksLikeHeading(['', ''], columns)).toBe(false);
  });
});

describe('on generated reports', () => {
  const kinds = ['blood', 'urine', 'stool', 'physical-examination'] as const;

  /** Share of gold cells that come out in their row and column with their text, and of proposed cells that are such. */
  async function sharesOf(seed: number, withHeading: boolean) {
    let [right, wanted, made] = [0, 0, 0];
    for (let index = 0; index < 12; index++) {
      const table = await tableOfReport(seed, index, kinds[index % kinds.length] ?? 'blood', withHeading);
      const proposal = table && proposeTable(table.words, table.size, indicators.columns);
      if (!table || !proposal) continue;
      const cells = proposedCells(proposal);
      made += cells.length;
      for (const [row, gold] of table.gold.entries()) {
        for (const [name, text] of Object.entries(gold)) {
          wanted += 1;
          if (cells.some((cell) => cell.row === row && indicators.columns[cell.column]?.name === name && cell.fill.text === text)) right += 1;
        }
      }
    }
    return { recall: right / wanted, precision: right / made, wanted };
  }

  it('nearly every cell is right where the region takes in the heading', async () => {
    const { recall, precision, wanted } = await sharesOf(901, true);
    expect(wanted).toBeGreaterThan(200);
    expect(recall).toBeGreaterThan(0.98);
    expect(precision).toBeGreaterThan(0.98);
  });

  it('most cells are right without a heading', async () => {
    const { recall, precision } = await sharesOf(902, false);
    expect(recall).toBeGreaterThan(0.75);
    expect(precision).toBeGreaterThan(0.85);
  });
});

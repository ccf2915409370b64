import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addVerdicts, countVerdicts, noVerdicts } from '@/lib/core/metrics/typed-errors-counts';
import { leafVerdicts, typedErrors, type TypedLeaf } from '@/lib/core/metrics/typed-errors';
import type { Json, JsonObject } from '@/lib/core/record/json';
import { valueAt } from '@/lib/core/record/pointer';
import type { RecordSchema } from '@/lib/core/schema/types';
import { equalLeaves, scoreRecord } from '@/lib/core/scoring';
import { anyRecord, nestedTable, reversed, table } from '../scoring/arbitraries';

function leavesOf(gold: Json, prediction: Json, schema?: RecordSchema): readonly TypedLeaf[] {
  const typed = typedErrors({ gold, prediction, schema });
  if (typed.kind === 'unscorable') throw new Error(typed.reason);
  return typed.leaves;
}

/** "rows[].result 13 → 6 wrong-row /rows/1", one line per leaf. */
const linesOf = (gold: Json, prediction: Json, schema?: RecordSchema): string[] =>
  leavesOf(gold, prediction, schema).map(
    (leaf) => `${leaf.path} ${leaf.gold ?? '·'} → ${leaf.prediction ?? '·'} ${leaf.type}${leaf.belongsTo ? ` ${leaf.belongsTo.row}` : ''}`,
  );

const rows = (...cells: readonly (readonly [string, string])[]): JsonObject => ({
  rows: cells.map(([item, result]) => ({ item, result })),
});

describe('the type of an error', () => {
  it('is right, near miss, wrong value, missing or invented outside of lists', () => {
    const gold = { name: 'Ann Lee', drug: 'Aspirin', age: '41', ward: '3B', site: '' };
    const prediction = { name: 'Ann  Lee', drug: 'Asprin', age: '14', site: 'liver' };
    expect(linesOf(gold, prediction)).toEqual([
      'name Ann Lee → Ann  Lee right',
      'drug Aspirin → Asprin near-miss',
      'age 41 → 14 wrong-value',
      'ward 3B → · missing',
      'site · → liver invented',
    ]);
  });

  it('is wrong row for a value that another row lacks, with the pointers of its row and leaf', () => {
    const [, swapped] = leavesOf(rows(['HGB', '13.5'], ['WBC', '6.1']), rows(['HGB', '6.1'], ['WBC', '13.5']));
    expect(swapped).toMatchObject({
      type: 'wrong-row',
      goldPointer: '/rows/0/result',
      belongsTo: { row: '/rows/1', leaf: '/rows/1/result' },
    });
  });

  it('is wrong row down a column that slipped by one', () => {
    const gold = rows(['HGB', '13.5'], ['WBC', '6.1'], ['PLT', '250'], ['MCV', '88']);
    const slipped = rows(['HGB', ''], ['WBC', '13.5'], ['PLT', '6.1'], ['MCV', '250']);
    expect(linesOf(gold, slipped).filter((line) => line.startsWith('rows[].result'))).toEqual([
      'rows[].result 13.5 → · missing',
      'rows[].result 6.1 → 13.5 wrong-row /rows/0',
      'rows[].result 250 → 6.1 wrong-row /rows/1',
      'rows[].result 88 → 250 wrong-row /rows/2',
    ]);
  });

  it('counts a value that one row lacks once, however often it was said', () => {
    const gold = rows(['HGB', '1'], ['WBC', '2'], ['PLT', '3']);
    const types = leavesOf(gold, rows(['HGB', '2'], ['WBC', '4'], ['PLT', '2'])).map(({ type }) => type);
    expect(types.filter((type) => type === 'wrong-row')).toHaveLength(1);
    expect(types.filter((type) => type === 'wrong-value')).toHaveLength(2);
  });

  it('is wrong value where the row that has this value got it right', () => {
    const gold = rows(['HGB', '13.5'], ['WBC', '6.1']);
    expect(linesOf(gold, rows(['HGB', '6.1'], ['WBC', '6.1']))[1]).toBe('rows[].result 13.5 → 6.1 wrong-value');
  });

  it('is wrong row where the value stands in a cell that is empty in gold', () => {
    const gold = rows(['HGB', ''], ['WBC', '6.1']);
    const lines = linesOf(gold, rows(['HGB', '6.1'], ['WBC', '']));
    expect(lines).toContain('rows[].result · → 6.1 wrong-row /rows/1');
    expect(lines).toContain('rows[].result 6.1 → · missing');
  });

  it('finds the row by the match rule of the column', () => {
    const schema: RecordSchema = {
      type: 'object',
      properties: {
        rows: {
          type: 'array',
          items: { type: 'object', properties: { item: { type: 'string' }, result: { type: 'string', 'x-match': 'number' } } },
        },
      },
    };
    const [gold, prediction] = [rows(['HGB', '5,100'], ['WBC', '7']), rows(['HGB', '7.0'], ['WBC', '5100.0'])];
    const wrongRows = (...args: Parameters<typeof leavesOf>): number => leavesOf(...args).filter(({ type }) => type === 'wrong-row').length;
    expect(wrongRows(gold, prediction, schema)).toBe(2);
    expect(wrongRows(gold, prediction)).toBe(0);
  });

  it('is invented for every leaf of a row that stands beside none', () => {
    const gold = { rows: [{ item: 'WBC', result: '6.1', unit: '10^9/L' }] };
    const prediction = { rows: [{ item: 'Ferritin', result: '6.1' }, { item: 'WBC', result: '9.9', unit: '10^9/L' }] };
    expect(linesOf(gold, prediction)).toEqual([
      'rows[].item WBC → WBC right',
      'rows[].result 6.1 → 9.9 wrong-value',
      'rows[].unit 10^9/L → 10^9/L right',
      'rows[].item · → Ferritin invented',
      'rows[].result · → 6.1 invented',
    ]);
  });

  it('is near miss for rows that share no leaf but a misread text, never missing and invented', () => {
    expect(linesOf({ drugs: ['Aspirin'] }, { drugs: ['Asprin'] })).toEqual(['drugs[] Aspirin → Asprin near-miss']);
    expect(linesOf(rows(['Haemoglobin', '13.5']), rows(['Hemoglobin', '18.5']))).toEqual([
      'rows[].item Haemoglobin → Hemoglobin near-miss',
      'rows[].result 13.5 → 18.5 wrong-value',
    ]);
    expect(linesOf({ drugs: ['Aspirin'] }, { drugs: ['Heparin'] })).toEqual([
      'drugs[] Aspirin → · missing',
      'drugs[] · → Heparin invented',
    ]);
  });

  it('pairs the rows that are most alike in total', () => {
    const lines = linesOf({ drugs: ['Amlodipine', 'Amlodipine forte'] }, { drugs: ['Amlodipin forte', 'Amlodipin'] });
    expect(lines).toEqual([
      'drugs[] Amlodipine → Amlodipin near-miss',
      'drugs[] Amlodipine forte → Amlodipin forte near-miss',
    ]);
  });

  it('is wrong value for another choice of an enum, however alike', () => {
    const schema: RecordSchema = { type: 'object', properties: { sex: { type: 'string', enum: ['female', 'female?'] } } };
    expect(linesOf({ sex: 'female' }, { sex: 'female?' }, schema)).toEqual(['sex female → female? wrong-value']);
    expect(linesOf({ sex: 'female' }, { sex: 'femole' }, schema)).toEqual(['sex female → femole near-miss']);
  });

  it('is wrong value for numbers and booleans: only texts have characters to misread', () => {
    expect(linesOf({ a: 123456, b: true }, { a: 123465, b: false })).toEqual(['a 123456 → 123465 wrong-value', 'b true → false wrong-value']);
  });

  it('is missing and invented where the shapes differ', () => {
    expect(linesOf({ a: { b: '1' } }, { a: '1' })).toEqual(['a.b 1 → · missing', 'a · → 1 invented']);
  });

  it('looks at the requested keys of gold alone', () => {
    const typed = typedErrors({ gold: { a: '1', b: '2' }, prediction: { b: '2' }, requested: ['b'] });
    expect(typed).toMatchObject({ kind: 'typed', leaves: [{ path: 'b', type: 'right' }] });
  });

  it('is no type at all for what cannot be scored', () => {
    expect(typedErrors({ gold: 'text', prediction: {} })).toEqual({ kind: 'unscorable', reason: 'gold record is not an object' });
  });
});

describe('the severity of an error', () => {
  const schema: RecordSchema = {
    type: 'object',
    properties: {
      stamp: { type: 'string', 'x-severity': 'minor' },
      rows: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' }, note: { type: 'string', 'x-severity': 'minor' } } } },
    },
  };

  it('is that of the key, significant where the schema says nothing or has no such key', () => {
    const prediction = { stamp: 'x', other: 'y', rows: [{ item: 'HGB', note: 'n' }] };
    expect(leavesOf({}, prediction, schema).map(({ path, severity }) => `${path} ${severity}`)).toEqual([
      'stamp minor',
      'other significant',
      'rows[].item significant',
      'rows[].note minor',
    ]);
  });

  it('splits the counts of every type', () => {
    const leaves = leavesOf({ stamp: 'a' }, { other: 'y', rows: [{ item: 'HGB' }] }, schema);
    const counts = countVerdicts(leaves);
    expect(counts['missing']).toEqual({ significant: 0, minor: 1 });
    expect(counts['invented']).toEqual({ significant: 2, minor: 0 });
    expect(addVerdicts(counts, noVerdicts)).toEqual(counts);
    expect(addVerdicts(counts, counts)['invented'].significant).toBe(4);
  });
});

describe('typed errors and the score', () => {
  const words = fc.constantFrom('Aspirin', 'Asprin', 'Heparin', 'heparin', '13.5', '18.5', '6.1', '', 'ward three', 'wardthree');
  const misread = fc
    .array(fc.record({ item: words, result: words, in: fc.array(fc.record({ a: words, b: words }), { maxLength: 2 }) }, { requiredKeys: [] }), { maxLength: 6 })
    .map((made): JsonObject => ({ rows: made.map((row) => ({ ...row })) }));

  it.each([
    ['any shape', anyRecord],
    ['tables', table],
    ['nested tables', nestedTable],
    ['tables of misread texts', misread],
  ])('agree on %s: right leaves are the matches, pointers the leaves of both sides', (_, record) => {
    fc.assert(
      fc.property(record, record, (gold, prediction) => {
        const score = scoreRecord({ gold, prediction });
        if (score.kind === 'unscorable') throw new Error(score.reason);
        const leaves = leavesOf(gold, prediction);
        const pointers = (side: 'goldPointer' | 'predictionPointer'): string[] => leaves.flatMap((leaf) => leaf[side] ?? []);
        expect(leaves.filter(({ type }) => type === 'right')).toHaveLength(score.matched);
        expect(new Set(pointers('goldPointer')).size).toBe(score.gold);
        expect(pointers('goldPointer')).toHaveLength(score.gold);
        expect(new Set(pointers('predictionPointer')).size).toBe(score.predicted);
        expect(pointers('predictionPointer')).toHaveLength(score.predicted);
      }),
      { numRuns: 400 },
    );
  });

  it('agree on what each type says', () => {
    fc.assert(
      fc.property(fc.oneof(misread, nestedTable), fc.oneof(misread, nestedTable), (gold, prediction) => {
        const leaves = leavesOf(gold, prediction);
        const homes = leaves.flatMap(({ belongsTo }) => belongsTo?.leaf ?? []);
        expect(new Set(homes).size).toBe(homes.length);
        for (const leaf of leaves) {
          expect(leaf.goldPointer === null).toBe(leaf.type === 'invented' || (leaf.type === 'wrong-row' && leaf.gold === null));
          expect(leaf.predictionPointer === null).toBe(leaf.type === 'missing');
          expect(leaf.belongsTo !== null).toBe(leaf.type === 'wrong-row');
          if (!leaf.belongsTo) continue;
          const home = leaves.find(({ goldPointer }) => goldPointer === leaf.belongsTo?.leaf);
          expect(home?.path).toBe(leaf.path);
          expect(home?.type).not.toBe('right');
          expect(equalLeaves(home?.gold ?? null, leaf.prediction)).toBe(true);
          expect(valueAt(gold, leaf.belongsTo.row)).toBeDefined();
          expect(leaf.belongsTo.leaf.startsWith(leaf.belongsTo.row)).toBe(true);
        }
      }),
    );
  });

  it('count the same, whatever order keys and rows come in', () => {
    fc.assert(
      fc.property(misread, misread, (gold, prediction) => {
        const counts = (a: Json, b: Json): Record<string, number> =>
          Object.fromEntries(leafVerdicts.map((type) => [type, leavesOf(a, b).filter((leaf) => leaf.type === type).length]));
        expect(counts(reversed(gold), reversed(prediction)).right).toBe(counts(gold, prediction).right);
        expect(counts({ rows: (gold['rows'] as Json[]).toReversed() }, prediction)['right']).toBe(counts(gold, prediction)['right']);
      }),
    );
  });

  it('stand for a table of 200 rows that was misread throughout', () => {
    const word = (i: number, end: string): string => `Analyte${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}${end}`;
    const gold = rows(...Array.from({ length: 200 }, (_, i) => [word(i, 'globulin'), `${i}.5`] as const));
    const prediction = rows(...Array.from({ length: 200 }, (_, i) => [word(i, 'globolin'), `${i}.7`] as const));
    const counts = countVerdicts(leavesOf(gold, prediction));
    expect(counts['near-miss'].significant).toBe(200);
    expect(counts['wrong-value'].significant).toBe(200);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/lib/core/evaluation/aggregate';
import { alignCheckpoints } from '@/lib/core/evaluation/align-checkpoints';
import { countOutcomes, outcomes, type OutcomeCounts } from '@/lib/core/evaluation/outcomes';
import { comparePaired } from '@/lib/core/evaluation/paired-difference';
import { scoreDocument } from '@/lib/core/evaluation/score-document';
import type { JsonObject } from '@/lib/core/record/json';
import { scoreRecord } from '@/lib/core/scoring';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'string' },
    rows: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' }, result: { type: 'string' } } } },
  },
};

const gold: JsonObject = {
  name: 'Ann Lee',
  age: '41',
  rows: [
    { item: 'HGB', result: '13.5' },
    { item: 'WBC', result: '6.1' },
  ],
};

function countsOf(documentId: string, prediction: JsonObject) {
  const score = scoreDocument(documentId, gold, { record: prediction, confidence: {} }, schema);
  if (score.kind !== 'scored') throw new Error(score.reason);
  return score.scores;
}

function linesOf(...predictions: JsonObject[]) {
  const alignment = alignCheckpoints(gold, predictions, schema);
  if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
  return alignment.leaves;
}

describe('the figures of a checkpoint on a split', () => {
  it('sum the counts of documents before they divide', () => {
    const { micro, fields } = aggregate([countsOf('a', gold), countsOf('b', {})]);
    expect(micro).toMatchObject({ matched: 6, predicted: 6, gold: 12, precision: 1, recall: 0.5 });
    expect(fields['name']).toEqual({ matched: 1, predicted: 1, gold: 2 });
  });

  it('have an interval around F1 that does not depend on the order of documents', () => {
    const documents = [countsOf('a', gold), countsOf('b', { name: 'Ann Lee' }), countsOf('c', { age: '4' })];
    const one = aggregate(documents).micro;
    expect(one).toEqual(aggregate(documents.toReversed()).micro);
    expect(one && one.low <= one.f1 && one.f1 <= one.high).toBe(true);
  });

  it('are none without documents', () => {
    expect(aggregate([])).toEqual({ micro: null, fields: {} });
  });

  it('leave out an unscorable document with its reason', () => {
    const broken = { name: ['not', 'a', 'leaf'] };
    expect(scoreDocument('a', broken, { record: {}, confidence: {} }, schema)).toMatchObject({ kind: 'unscorable', documentId: 'a' });
  });
});

describe('the paired difference of two checkpoints', () => {
  const worse = ['a', 'b', 'c'].map((id) => countsOf(id, { name: 'Ann Lee' }));
  const better = ['c', 'a', 'b', 'd'].map((id) => countsOf(id, gold));

  it('pairs by document and leaves out what only one side has', () => {
    const { documents, difference } = comparePaired(worse, better);
    expect(documents).toBe(3);
    expect(difference).toMatchObject({ isDifference: true });
    expect(difference?.difference).toBeGreaterThan(0);
  });

  it('is no difference where both say the same', () => {
    expect(comparePaired(worse, worse).difference).toMatchObject({ difference: 0, isDifference: false });
  });

  it('says which fields moved', () => {
    const { fields } = comparePaired(worse, better);
    expect(fields.map(({ path }) => path).sort()).toEqual(['age', 'name', 'rows[].item', 'rows[].result']);
    expect(fields.find(({ path }) => path === 'name')?.difference.isDifference).toBe(false);
    expect(fields.find(({ path }) => path === 'age')?.difference.isDifference).toBe(true);
  });

  it('is none where they share no document', () => {
    expect(comparePaired(worse, [])).toEqual({ documents: 0, difference: null, fields: [] });
  });
});

describe('two checkpoints leaf by leaf', () => {
  it('counts what was fixed, broken, wrong and right on both sides', () => {
    const before = { name: 'Ann Lee', age: '14', rows: [{ item: 'HGB', result: '13' }] };
    const after = { name: 'Ann', age: '41', rows: [{ item: 'HGB', result: '1' }] };
    expect(countOutcomes(linesOf(before, after))).toEqual({ fixed: 1, broken: 1, 'both-wrong': 3, 'both-right': 1 });
  });

  it('counts a dropped invention as a fix and a new one as a break', () => {
    const [first, second] = [{ ...gold, rows: [...(gold['rows'] as JsonObject[]), { item: 'PLT' }] }, gold];
    expect(countOutcomes(linesOf(first, second))).toMatchObject({ fixed: 1, broken: 0 });
    expect(countOutcomes(linesOf(second, first))).toMatchObject({ fixed: 0, broken: 1 });
    expect(countOutcomes(linesOf(first, first))).toMatchObject({ 'both-wrong': 1, 'both-right': 6 });
  });

  it('puts rows in another order beside the gold rows that the scorer pairs them with', () => {
    const turned = { ...gold, rows: (gold['rows'] as JsonObject[]).toReversed() };
    const line = linesOf(gold, turned).find(({ goldPointer }) => goldPointer === '/rows/0/item');
    expect(line?.cells.map((cell) => cell?.pointer)).toEqual(['/rows/0/item', '/rows/1/item']);
    expect(line?.cells.every((cell) => cell?.type === 'right')).toBe(true);
  });

  it('says of each cell what is wrong with it, and whose value it is', () => {
    const swapped = { name: 'Ann Leee', rows: [{ item: 'HGB', result: '6.1' }, { item: 'WBC', result: '13.5' }] };
    const said = linesOf(swapped, {}).map(({ path, severity, cells }) => `${path} ${severity} ${cells[0]?.type} ${cells[0]?.belongsTo?.row ?? ''}`.trim());
    expect(said).toEqual([
      'name significant near-miss',
      'age significant missing',
      'rows[].item significant right',
      'rows[].result significant wrong-row /rows/1',
      'rows[].item significant right',
      'rows[].result significant wrong-row /rows/0',
    ]);
  });

  it('puts a misread row on the line of its gold row: one error, not two', () => {
    const misread = { ...gold, rows: [{ item: 'HGB', result: '13.5' }, { item: 'Leucocytes', result: '5.9' }] };
    const longer = { ...gold, rows: [{ item: 'HGB', result: '13.5' }, { item: 'Leukocytes', result: '6.1' }] };
    const alignment = alignCheckpoints(longer, [misread, longer], schema);
    if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
    expect(alignment.leaves.map(({ cells }) => cells[0]?.type)).toEqual(['right', 'right', 'right', 'right', 'near-miss', 'wrong-value']);
    expect(countOutcomes(alignment.leaves)).toEqual({ fixed: 2, broken: 0, 'both-wrong': 0, 'both-right': 4 });
  });

  it('shows an invention beside its own list, not at the end', () => {
    const invented = { name: 'Ann Lee', nickname: 'A', age: '41' };
    const paths = linesOf({ ...invented, rows: gold['rows'] as JsonObject[] }).map(({ path }) => path);
    expect(paths.at(-1)).toBe('nickname');
    const row = linesOf({ ...gold, rows: [{ item: 'PLT' }] }).map(({ path }) => path);
    expect(row.filter((path) => path.startsWith('rows'))).toHaveLength(5);
  });

  it('follows the order of the schema, whatever order the keys of gold came in', () => {
    const shuffled = { rows: [{ result: '13.5', item: 'HGB' }], age: '41', name: 'Ann Lee' };
    const alignment = alignCheckpoints(shuffled, [shuffled], schema);
    if (alignment.kind !== 'aligned') throw new Error(alignment.reason);
    expect(alignment.leaves.map(({ path }) => path)).toEqual(['name', 'age', 'rows[].item', 'rows[].result']);
  });

  it('agrees with the scorer: lines right in a column are its matches', () => {
    const leaf = fc.constantFrom('HGB', 'WBC', '13.5', '41', 'Ann Lee', '');
    const record = fc.record({ name: leaf, age: leaf, rows: fc.array(fc.record({ item: leaf, result: leaf }), { maxLength: 4 }) });
    fc.assert(
      fc.property(record, record, (before, after) => {
        const lines = linesOf(before, after);
        const score = scoreRecord({ gold, prediction: after, schema });
        if (score.kind !== 'scored') throw new Error(score.reason);
        expect(lines.filter(({ cells }) => cells[1]?.type === 'right')).toHaveLength(score.matched);
        expect(lines.filter(({ cells }) => cells[1] && cells[1].type !== 'missing')).toHaveLength(score.predicted);
        const counts: OutcomeCounts = countOutcomes(lines);
        expect(outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(lines.length);
      }),
    );
  });
});

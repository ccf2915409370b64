import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf, withValueAt } from '@/lib/core/record/pointer';
import type { JsonObject } from '@/lib/core/record/json';
import { alignRecords, scoreRecordByField, isEmptyLeaf, scoreRecord } from '@/lib/core/scoring';
import type { ScoredRecord } from '@/lib/core/scoring';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { alikeRows, anyRecord, nestedTable, table } from './arbitraries';

function scored(gold: unknown, prediction: unknown, requested?: readonly string[]): ScoredRecord {
  const score = scoreRecord({ gold, prediction, requested });
  if (score.kind !== 'scored') throw new Error(score.reason);
  return score;
}

const records = fc.oneof(anyRecord, table, nestedTable, alikeRows);
const tables = { numRuns: 400 };

describe('scoreRecord', () => {
  it('gives 1 for a record against itself', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(scored(record, record)).toMatchObject({ precision: 1, recall: 1, f1: 1, matching: 1 });
      }),
    );
  });

  it('counts as many matches from either side', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        expect(scored(a, b).matched).toBe(scored(b, a).matched);
      }),
      tables,
    );
  });

  it('never raises precision for a wrong leaf that is added', () => {
    fc.assert(
      fc.property(records, records, (gold, prediction) => {
        const worse = { ...prediction, invented: 'nobody wrote this' };
        const [before, after] = [scored(gold, prediction), scored(gold, worse)];
        expect(after.precision).toBeLessThanOrEqual(before.precision);
        expect(after.recall).toBe(before.predicted + before.gold === 0 ? 0 : before.recall);
      }),
      tables,
    );
  });

  it('never raises recall for a right leaf that is removed', () => {
    fc.assert(
      fc.property(records, records, fc.nat(), (gold, prediction, pick) => {
        const alignment = alignRecords({ gold, prediction });
        const right = alignment.kind === 'aligned' ? alignment.leaves.filter((leaf) => leaf.outcome === 'right') : [];
        fc.pre(right.length > 0);
        const pointer = right[pick % right.length]?.predictionPointer ?? '';
        expect(scored(gold, withValueAt(prediction, pointer, undefined)).recall).toBeLessThanOrEqual(
          scored(gold, prediction).recall,
        );
      }),
      tables,
    );
  });

  it('counts every non-empty leaf of both sides once, by field and aligned', () => {
    const size = (record: JsonObject): number => leavesOf(record).filter((leaf) => !isEmptyLeaf(leaf.value)).length;
    fc.assert(
      fc.property(records, records, (gold, prediction) => {
        const { matched, predicted, gold: golds } = scored(gold, prediction);
        expect([predicted, golds]).toEqual([size(prediction), size(gold)]);
        const score = scoreRecordByField({ gold, prediction });
        const fields = score.kind === 'scored' ? Object.values(score.fields) : [];
        const sum = (name: 'matched' | 'predicted' | 'gold'): number => fields.reduce((n, field) => n + field[name], 0);
        expect([sum('matched'), sum('predicted'), sum('gold')]).toEqual([matched, predicted, golds]);
        const alignment = alignRecords({ gold, prediction });
        const leaves = alignment.kind === 'aligned' ? alignment.leaves : [];
        expect(leaves.filter((leaf) => leaf.outcome === 'right')).toHaveLength(matched);
        expect(leaves.filter((leaf) => leaf.goldPointer !== null)).toHaveLength(golds);
        expect(leaves.filter((leaf) => leaf.predictionPointer !== null)).toHaveLength(predicted);
      }),
      tables,
    );
  });

  it('asks for the requested keys alone, and nothing for an empty request', () => {
    expect(scored({ a: '1' }, {}, [])).toMatchObject({ gold: 0, f1: 1 });
    expect(scored({ a: '1' }, { a: '1' }, ['constructor'])).toMatchObject({ gold: 0, predicted: 1, f1: 0 });
  });

  it('reads keys that objects have by nature as what the JSON says', () => {
    const gold: unknown = JSON.parse('{"__proto__": {"a": "1"}, "constructor": "x", "toString": "y"}');
    expect(scored(gold, gold)).toMatchObject({ matched: 3, gold: 3 });
    expect(scored(gold, {})).toMatchObject({ matched: 0, predicted: 0, gold: 3 });
  });

  it('looks into the objects of rows that have as many fields as leaves', () => {
    const gold = { rows: [{ item: 'WBC', range: { low: '4' } }] };
    const prediction = { rows: [{ item: 'WBC', range: { low: '4' }, unit: 'G/L' }] };
    expect(scored(gold, prediction)).toMatchObject({ matched: 2, predicted: 3, gold: 2 });
  });

  it('matches 500 against 500 rows of nothing but ties', () => {
    const rows = (shift: number): JsonObject => ({
      rows: Array.from({ length: 500 }, (_, i) => ({ a: String((i + shift) % 3), b: String(i % 2), c: String(i % 5) })),
    });
    // The same 500 rows, since 3, 2 and 5 share no factor and 500 rows hold all 30 kinds.
    expect(scored(rows(0), rows(30)).matched).toBe(1500);
  });
});

describe('what cannot be scored', () => {
  const reasonOf = (gold: unknown, prediction: unknown = {}, schema = medicalReportSchema): string | null => {
    const score = scoreRecord({ gold, prediction, schema });
    return score.kind === 'unscorable' ? score.reason : null;
  };

  it('is gold that is missing, no object or no JSON', () => {
    expect(reasonOf(undefined)).toBe('gold record is missing');
    for (const gold of [null, 'text', 7, ['a']]) expect(reasonOf(gold)).toBe('gold record is not an object');
    expect(reasonOf({ Age: Number.NaN })).toContain('a number that JSON cannot hold');
    expect(reasonOf({ Age: undefined })).toContain('a value that JSON cannot hold');
  });

  it('is gold at odds with its schema in structure, named by place and never by value', () => {
    const reason = reasonOf({ Indicators: 'secret words' });
    expect(reason).toContain('/Indicators');
    expect(reason).not.toContain('secret');
    expect(reasonOf({ Name: { first: 'Ann' } })).toContain('/Name');
    expect(reasonOf({ Indicators: ['WBC'] })).toContain('/Indicators/0');
  });

  it('is not gold with null for a container, another leaf type or a key of its own', () => {
    expect(reasonOf({ Indicators: null, Age: 41, Ward: '3B' })).toBeNull();
    expect(reasonOf({ Indicators: [null] })).toBeNull();
  });

  it('is a weight outside 0 to 1', () => {
    for (const alpha of [-0.1, 1.1, Number.NaN])
      expect(scoreRecord({ gold: {}, prediction: {}, alpha }).kind).toBe('unscorable');
  });

  it('is never a prediction that is JSON but no object: it earns 0', () => {
    for (const prediction of [null, 'text', ['a']])
      expect(scored({ a: '' }, prediction)).toMatchObject({ predicted: 0, matching: 0, f1: 0 });
  });

  it('is nesting beyond what a walk can bear, instead of an exception', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 20_000; i++) deep = [deep];
    expect(scoreRecord({ gold: { deep }, prediction: {} }).kind).toBe('unscorable');
  });
});

import { describe, expect, it } from 'vitest';
import { alignRecords } from '@/lib/core/scoring';

describe('alignRecords', () => {
  it('says right, wrong, missing and invented leaf by leaf', () => {
    const gold = { name: 'Ann', age: '41', ward: '3B', site: '' };
    const prediction = { name: 'Ann', age: '14', site: 'liver' };
    expect(alignRecords({ gold, prediction })).toEqual({
      kind: 'aligned',
      leaves: [
        { path: 'name', goldPointer: '/name', predictionPointer: '/name', gold: 'Ann', prediction: 'Ann', outcome: 'right' },
        { path: 'age', goldPointer: '/age', predictionPointer: '/age', gold: '41', prediction: '14', outcome: 'wrong' },
        { path: 'ward', goldPointer: '/ward', predictionPointer: null, gold: '3B', prediction: null, outcome: 'missing' },
        { path: 'site', goldPointer: null, predictionPointer: '/site', gold: null, prediction: 'liver', outcome: 'invented' },
      ],
    });
  });

  it('puts rows beside the rows that the scorer pairs them with, by their places as written', () => {
    const gold = { rows: [{ item: '' }, { item: 'HGB', result: '13' }, { item: 'WBC', result: '6' }] };
    const prediction = { rows: [{ item: 'WBC', result: '7' }, { item: 'PLT' }, { item: 'HGB', result: '13' }] };
    const alignment = alignRecords({ gold, prediction });
    const rows = alignment.kind === 'aligned' ? alignment.leaves : [];
    expect(rows.map((leaf) => [leaf.goldPointer, leaf.predictionPointer, leaf.outcome])).toEqual([
      ['/rows/1/item', '/rows/2/item', 'right'],
      ['/rows/1/result', '/rows/2/result', 'right'],
      ['/rows/2/item', '/rows/0/item', 'right'],
      ['/rows/2/result', '/rows/0/result', 'wrong'],
      [null, '/rows/1/item', 'invented'],
    ]);
  });

  it('shows both sides where their shapes differ', () => {
    const alignment = alignRecords({ gold: { a: { b: '1' } }, prediction: { a: '1' } });
    expect(alignment).toMatchObject({
      leaves: [
        { path: 'a.b', outcome: 'missing' },
        { path: 'a', outcome: 'invented' },
      ],
    });
  });
});

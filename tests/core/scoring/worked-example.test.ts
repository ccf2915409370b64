import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreRecordByField, scoreRecord } from '@/lib/core/scoring';

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/scoring.md'), 'utf8');

const gold = { name: 'Ann Lee', ward: '', rows: [{ item: 'HGB', result: '13.5' }, { item: 'WBC', result: '6.1' }] };
const prediction = {
  name: 'Ann  Lee',
  ward: '3B',
  rows: [{ item: 'WBC', result: '6.1' }, { item: 'HGB', result: '15.3' }],
};

describe('the worked example of docs/scoring.md', () => {
  it('has the totals that the page says', () => {
    const score = scoreRecord({ gold, prediction });
    expect(score).toMatchObject({ kind: 'scored', matched: 4, predicted: 6, gold: 5 });
    if (score.kind !== 'scored') return;
    const { precision, recall, f1, matching } = score;
    const shown = `P = 4/6 = ${precision.toFixed(3)}, R = 4/5 = ${recall.toFixed(3)}, F1 = ${f1.toFixed(3)}, r_matching = ${matching.toFixed(3)}`;
    expect(page).toContain(shown);
  });

  it('has the counts by field that the page says', () => {
    const score = scoreRecordByField({ gold, prediction });
    if (score.kind !== 'scored') throw new Error(score.reason);
    for (const [field, { matched, predicted, gold: golds }] of Object.entries(score.fields))
      expect(page).toContain(`\`${field}\` ${matched}/${predicted}/${golds}`);
  });
});

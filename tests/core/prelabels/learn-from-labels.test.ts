import { describe, expect, it } from 'vitest';
import { learnFromLabels, predictRecord, serialisePolicy, type PolicyModel } from '@/lib/core/policy';
import { scoreRecord } from '@/lib/core/scoring/score-record';
import { reports, reportSchema } from '../policy/fixtures/reports';

function learn(count: number): PolicyModel {
  const learning = learnFromLabels(reportSchema, reports(0, count));
  let turn = learning.next();
  while (!turn.done) turn = learning.next();
  return turn.value;
}

describe('learning from a dozen labels', () => {
  it('reads most of a page that it has not seen', () => {
    const model = learn(12);
    const scores = reports(300, 10).map((document) =>
      scoreRecord({ gold: document.gold, prediction: predictRecord(model, document).record, schema: reportSchema }),
    );
    const f1s = scores.map((score) => (score.kind === 'scored' ? score.f1 : 0));
    expect(f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length).toBeGreaterThan(0.7);
  });

  it('gives the same model for the same labels', () => {
    expect(Buffer.compare(serialisePolicy(learn(12)), serialisePolicy(learn(12)))).toBe(0);
  });

  it('refuses where there is nothing to learn from', () => {
    expect(() => learn(0)).toThrow(RangeError);
  });
});

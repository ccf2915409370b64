import { describe, expect, it } from 'vitest';
import { isTrainingDue, labelsUntilTraining } from '@/lib/core/prelabels/training-due';

const keys = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => `annotation-${from + index}@1`);
const model = (count: number) => ({ schemaVersionId: 'one', labelKeys: keys(count) });

describe('when a pre-label model is trained', () => {
  it('waits for the first dozen labels', () => {
    expect(labelsUntilTraining(keys(0), null, 'one')).toBe(12);
    expect(isTrainingDue(keys(11), null, 'one')).toBe(false);
    expect(isTrainingDue(keys(12), null, 'one')).toBe(true);
  });

  it('then waits for each eight that are new', () => {
    expect(isTrainingDue(keys(12), model(12), 'one')).toBe(false);
    expect(labelsUntilTraining(keys(15), model(12), 'one')).toBe(5);
    expect(isTrainingDue(keys(20), model(12), 'one')).toBe(true);
  });

  it('waits for a tenth of the labels where there are many', () => {
    expect(labelsUntilTraining(keys(208), model(200), 'one')).toBe(12);
    expect(isTrainingDue(keys(220), model(200), 'one')).toBe(true);
  });

  it('counts a label that was corrected as new, and labels that went as nothing', () => {
    const corrected = [...keys(12).slice(8), ...keys(8).map((key) => key.replace('@1', '@2'))];
    expect(isTrainingDue(corrected, model(12), 'one')).toBe(true);
    expect(isTrainingDue(keys(12), model(40), 'one')).toBe(false);
    expect(isTrainingDue(keys(8, 100), model(40), 'one')).toBe(false);
  });

  it('does not wait for new labels where the schema is another', () => {
    expect(isTrainingDue(keys(12), model(12), 'two')).toBe(true);
    expect(isTrainingDue(keys(11), model(12), 'two')).toBe(false);
  });
});

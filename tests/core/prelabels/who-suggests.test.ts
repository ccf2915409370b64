import { describe, expect, it } from 'vitest';
import { isClearlyBetter, type ValidationCounts } from '@/lib/core/prelabels/clearly-better';
import { whoSuggests } from '@/lib/core/prelabels/who-suggests';

const checkpoint = { kind: 'checkpoint', id: 'checkpoint' } as const;
const own = { kind: 'pre-labels', id: 'own' } as const;

describe('who suggests', () => {
  it('is nobody, the pre-label model, or the promoted checkpoint before it', () => {
    expect(whoSuggests({ promotedCheckpointId: null, preLabelModel: null })).toEqual([]);
    expect(whoSuggests({ promotedCheckpointId: null, preLabelModel: { id: 'own', beatsCheckpointId: null } })).toEqual([own]);
    expect(whoSuggests({ promotedCheckpointId: 'checkpoint', preLabelModel: { id: 'own', beatsCheckpointId: null } })).toEqual([checkpoint, own]);
  });

  it('is the pre-label model where it beats just the checkpoint that is promoted', () => {
    const preLabelModel = { id: 'own', beatsCheckpointId: 'checkpoint' };
    expect(whoSuggests({ promotedCheckpointId: 'checkpoint', preLabelModel })).toEqual([own, checkpoint]);
    expect(whoSuggests({ promotedCheckpointId: 'another', preLabelModel })).toEqual([{ kind: 'checkpoint', id: 'another' }, own]);
    expect(whoSuggests({ promotedCheckpointId: null, preLabelModel })).toEqual([own]);
  });
});

const scored = (matched: readonly number[]): ValidationCounts[] =>
  matched.map((count, index) => ({ documentId: `document-${index}`, matched: count, predicted: 10, gold: 10 }));

describe('being clearly better', () => {
  it('asks for a whole interval above 0', () => {
    expect(isClearlyBetter(scored([5, 5, 5, 5, 5, 5]), scored([7, 8, 7, 8, 7, 8]))).toBe(true);
    expect(isClearlyBetter(scored([5, 5, 5, 5, 5, 5]), scored([9, 4, 4, 6, 5, 5]))).toBe(false);
    expect(isClearlyBetter(scored([7, 8, 7, 8, 7, 8]), scored([5, 5, 5, 5, 5, 5]))).toBe(false);
  });

  it('is not said of the same figures, nor of too few or no shared documents', () => {
    expect(isClearlyBetter(scored([5, 5, 5, 5, 5, 5]), scored([5, 5, 5, 5, 5, 5]))).toBe(false);
    expect(isClearlyBetter(scored([5, 5, 5, 5]), scored([9, 9, 9, 9]))).toBe(false);
    expect(isClearlyBetter(scored([]), scored([9, 9, 9, 9, 9]))).toBe(false);
  });
});

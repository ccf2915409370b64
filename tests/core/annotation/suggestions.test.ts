import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { emptyContent, kindOfSource, modelOfSource, provenanceSourceSchema } from '@/lib/core/annotation/content';
import type { Suggestions } from '@/lib/core/annotation/contract';
import { acceptAllFrom, acceptSuggestion, openSuggestions } from '@/lib/core/annotation/suggestions';
import { bloodSchema, boxAt, threeRows } from './scenes';

const suggestions: Suggestions = {
  model: { kind: 'checkpoint', number: 2, title: 'Checkpoint 2', labels: 100 },
  record: { name: 'Ann Lee', age: 41, visit: { ward: '' }, indicators: [{ item: 'HGB', result: 13.5 }, { item: 'WBC' }] },
  evidence: { '/name': [boxAt(0.1)], '/indicators/0/result': [boxAt(0.3)] },
  confidence: { '/name': 0.9, '/age': 0.4, '/indicators/0/item': 0.95, '/indicators/0/result': 0.8, '/indicators/1/item': 0.7 },
};
const open = openSuggestions(bloodSchema, emptyContent, suggestions);

describe('suggestions of a model', () => {
  it('are open where the person has said nothing and the model something', () => {
    expect(Object.keys(open.leaves)).toEqual(['/name', '/age']);
    expect(open.lists['/indicators']).toMatchObject({ confidence: 0.7 });
    expect(openSuggestions(bloodSchema, emptyContent, null)).toEqual({ leaves: {}, lists: {} });
  });

  it('are no longer open once the field has an answer or the table a row', () => {
    const after = openSuggestions(bloodSchema, threeRows, suggestions);
    expect(Object.keys(after.leaves)).toEqual(['/age']);
    expect(after.lists).toEqual({});
  });

  it('become labels by acceptance, and say which model made them', () => {
    const accepted = applyOperation(emptyContent, acceptSuggestion(open.leaves['/name'] as NonNullable<(typeof open.leaves)[string]>));
    expect(accepted.content).toEqual({
      record: { name: 'Ann Lee' }, evidence: { '/name': [boxAt(0.1)] }, provenance: { '/name': 'model:checkpoint-2' },
    });
    expect(applyOperation(accepted.content, accepted.inverse).content).toEqual(emptyContent);
  });

  it('are accepted together from a confidence on, tables as a whole', () => {
    const operation = acceptAllFrom(open, 0.7);
    const { content } = applyOperation(emptyContent, operation ?? { kind: 'batch', operations: [] });
    expect(content.record).toEqual({ name: 'Ann Lee', indicators: [{ item: 'HGB', result: 13.5 }, { item: 'WBC' }] });
    expect(content.evidence['/indicators/0/result']).toEqual([boxAt(0.3)]);
    expect(content.provenance['/indicators/1/item']).toBe('model:checkpoint-2');
    expect(acceptAllFrom(open, 0.99)).toBeNull();
  });
});

describe('where an answer came from', () => {
  it('names the model that suggested it, also in answers from before models were named', () => {
    const sources = ['typed', 'model', 'model:checkpoint-3', 'model:pre-labels-12'] as const;
    expect(sources.map((source) => provenanceSourceSchema.parse(source))).toEqual(sources);
    expect(sources.map(kindOfSource)).toEqual(['typed', 'model', 'model', 'model']);
    expect(sources.map(modelOfSource)).toEqual([null, null, 'checkpoint-3', 'pre-labels-12']);
  });

  it('is refused where it is neither a known source nor the name of a model', () => {
    for (const source of ['model:', 'model:checkpoint', 'model:checkpoint-', 'model:other-3', 'model:checkpoint--1', 'guessed']) {
      expect(provenanceSourceSchema.safeParse(source).success).toBe(false);
    }
  });
});

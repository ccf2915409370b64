import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preferencePairs, writePreferences, writeTeacher } from '@/lib/core/round/preference-pairs';
import { recipeSchema } from '@/lib/core/round/recipe';
import { allowableFindings, describeMissingInput, roundInputsSchema, usedInputs } from '@/lib/core/round/round-inputs';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = { type: 'object', properties: { name: { type: 'string' }, age: { type: 'string' } } };
const given = roundInputsSchema.parse({ teacher: { checkpointId: 'c1' }, preferences: { checkpointId: 'c2' }, allow: ['memory', 'memory'] });
const stage = { epochs: 1, learningRate: 1e-5 };

describe('what a round is given beside its recipe', () => {
  it('names the findings that the trainer lets people go on with', () => {
    const theirs = readFileSync('trainer/src/hundredfold_trainer/preflight/findings.py', 'utf8');
    const listOf = (name: string): string[] => [...(new RegExp(`${name}: Final = \\(([^)]*)\\)`).exec(theirs)?.[1] ?? '').matchAll(/"([a-z-]+)"/g)].map(([, code]) => code ?? '');
    const final = listOf('_FINAL');
    expect(final).toEqual(['no-documents']);
    expect([...allowableFindings].sort()).toEqual(listOf('REFUSALS').filter((code) => !final.includes(code)).sort());
  });

  it('counts only where the recipe makes use of it, and a finding once', () => {
    const plain = recipeSchema.parse({ engine: 'trl', preset: 'small' });
    expect(usedInputs(plain, given)).toEqual({ teacher: null, preferences: null, passRates: 'carry', allow: ['memory'] });
    const taught = recipeSchema.parse({ engine: 'trl', preset: 'small', distillation: stage });
    expect(usedInputs(taught, given).teacher).toEqual({ checkpointId: 'c1', documents: 'unlabelled', most: 500 });
    expect(usedInputs(recipeSchema.parse({ engine: 'embedded' }), given)).toEqual(roundInputsSchema.parse({}));
  });

  it('is asked for where the recipe needs it', () => {
    const none = roundInputsSchema.parse({});
    const asks = (recipe: object): string | null => describeMissingInput(recipeSchema.parse({ engine: 'trl', preset: 'small', ...recipe }), none);
    expect(asks({})).toBeNull();
    expect(asks({ distillation: stage })).toContain('Distillation needs a teacher');
    expect(asks({ preferences: { ...stage, beta: 0.1 } })).toContain('Preferences need a checkpoint');
  });
});

describe('preferences', () => {
  const gold = { name: 'Ann', age: '41' };
  const documents = ['right', 'other', 'nothing', 'unread'].map((id) => ({ id, gold }));
  const readings = new Map([
    ['right', { name: 'Ann ', age: '41' }],
    ['other', { name: 'Ann', age: '47' }],
    ['nothing', {}],
  ]);

  it('set gold before what a checkpoint read otherwise, and say what makes no pair', () => {
    const found = preferencePairs(schema, documents, readings);
    expect(found).toEqual({ pairs: [{ id: 'other', chosen: gold, rejected: { name: 'Ann', age: '47' } }], alike: 1, empty: 1, unread: 1 });
    expect(writePreferences(found.pairs)).toBe('{"chosen":"{\\"age\\":\\"41\\",\\"name\\":\\"Ann\\"}","id":"other","rejected":"{\\"age\\":\\"47\\",\\"name\\":\\"Ann\\"}"}\n');
  });

  it('and a teacher say nothing where nothing was read', () => {
    expect(writeTeacher(['other', 'nothing', 'unread'], readings)).toBe('{"id":"other","record":"{\\"age\\":\\"47\\",\\"name\\":\\"Ann\\"}"}\n');
  });
});

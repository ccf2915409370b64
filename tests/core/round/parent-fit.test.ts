import { describe, expect, it } from 'vitest';
import { type ParentCandidate, refuseParent, topLevelMisfit } from '@/lib/core/round/parent-fit';
import { recipeSchema } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';

const recipe = recipeSchema.parse({ engine: 'trl', preset: 'small' });
const parent: ParentCandidate = {
  number: 4, engine: 'trl', made: { model: 'Qwen/Qwen2.5-VL-3B-Instruct', tuning: 'lora', loraRank: 32 }, schemaMisfit: null, problem: null,
};
const refusal = (changes: Partial<ParentCandidate>, to: object = {}): string | null =>
  refuseParent(recipeSchema.parse({ engine: 'trl', preset: 'small', ...to }), { ...parent, ...changes });

describe('a checkpoint to start a round from', () => {
  it('fits the recipe that it was made by', () => {
    expect(refuseParent(recipe, parent)).toBeNull();
  });

  it('is refused in words where engine, model or tuning are others', () => {
    expect(refuseParent(recipeSchema.parse({ engine: 'embedded' }), parent)).toBe('A round of the embedded engine always starts from nothing.');
    expect(refusal({ engine: 'embedded', made: null })).toBe('Checkpoint 4 cannot be started from: it is of the embedded engine, the round of a vision-language model.');
    expect(refusal({}, { model: 'Qwen/Qwen2.5-VL-7B-Instruct' })).toContain('it was made from Qwen/Qwen2.5-VL-3B-Instruct, the recipe asks for Qwen/Qwen2.5-VL-7B-Instruct');
    expect(refusal({}, { tuning: 'full' })).toContain('it is an adapter, and the recipe tunes all weights');
    expect(refusal({}, { loraRank: 16 })).toContain('its adapter has rank 32, the recipe asks for 16');
    expect(refusal({ problem: 'A file is damaged.' })).toContain('its files cannot be used (A file is damaged)');
  });

  it('may be a whole model below a new adapter', () => {
    expect(refusal({ made: { model: 'Qwen/Qwen2.5-VL-3B-Instruct', tuning: 'full', loraRank: 64 } })).toBeNull();
  });
});

describe('the schema that a checkpoint learnt', () => {
  const learnt: RecordSchema = { type: 'object', properties: { name: { type: 'string' }, rows: { type: 'array', items: { type: 'string' } } } };
  const under = (properties: RecordSchema['properties']): string | null => topLevelMisfit(learnt, { type: 'object', properties });

  it('fits where top-level keys are added, removed or change the type of a value', () => {
    expect(under({ name: { type: 'integer' }, sex: { type: 'string' } })).toBeNull();
  });

  it('does not fit where a key became another kind of thing, or no key is left', () => {
    expect(under({ name: { type: 'object', properties: {} } })).toBe('"name" was a value when it learnt it and is a group now');
    expect(under({ sex: { type: 'string' } })).toBe('none of the top-level keys that it learnt is in the schema now');
  });
});

import { describe, expect, it } from 'vitest';
import { isChanged } from '@/components/rounds/start/round-draft';
import { commonTrlKnobs, type TrlKnob, trlKnobGroups } from '@/components/rounds/start/trl-knobs';
import { recipeOfPreset } from '@/lib/core/round/recipe';
import { type TrlKnobs, trlKnobsSchema } from '@/lib/core/round/trl-knobs';

const shown: readonly TrlKnob[] = [...commonTrlKnobs, ...trlKnobGroups.flatMap(({ knobs }): readonly TrlKnob[] => knobs)];

describe('the form of a round on the trainer', () => {
  it('has every knob of the recipe, once', () => {
    expect(shown.map(({ key }) => key).sort()).toEqual(Object.keys(trlKnobsSchema.shape).sort());
  });

  it('offers every choice that the recipe takes, and begins a stage with what it takes', () => {
    for (const knob of shown) {
      const field = trlKnobsSchema.shape[knob.key as keyof TrlKnobs];
      if (knob.kind === 'choice') expect([...knob.options].sort(), knob.key).toEqual([...(field as unknown as { options: readonly string[] }).options].sort());
      if (knob.kind === 'stage') {
        expect(field.safeParse(knob.standard).success, knob.key).toBe(true);
        expect(knob.fields.map(({ name }) => name).sort(), knob.key).toEqual(Object.keys(knob.standard).sort());
      }
    }
  });

  it('tells what stands otherwise than the preset has it', () => {
    const recipe = recipeOfPreset('trl', 'small');
    expect(shown.filter(({ key }) => isChanged(recipe, key))).toEqual([]);
    const changed = { ...recipe, alpha: 0.6, warmStart: { epochs: 2, learningRate: 1e-5, documents: null } };
    expect(shown.filter(({ key }) => isChanged(changed, key)).map(({ key }) => key)).toEqual(['warmStart', 'alpha']);
  });
});

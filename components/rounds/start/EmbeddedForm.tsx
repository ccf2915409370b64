import { useState } from 'react';
import { type EmbeddedRecipe, embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { presets } from '../knobs';
import { RecipeForm } from './RecipeForm';

const standard = embeddedRecipeSchema.parse({ engine: 'embedded' });

interface Props {
  readonly recipe: EmbeddedRecipe;
  /** It begins as a round that was, not as a preset. */
  readonly isOwn: boolean;
  readonly onChange: (recipe: EmbeddedRecipe) => void;
}

/** The embedded engine's presets and knobs; a knob that is turned makes the recipe one's own. */
export function EmbeddedForm({ recipe, isOwn, onChange }: Props) {
  const [preset, setPreset] = useState(isOwn ? 'own' : 'standard');
  return (
    <RecipeForm
      recipe={recipe}
      preset={preset}
      onPreset={(id) => {
        setPreset(id);
        onChange({ ...standard, seed: recipe.seed, ...presets.find((one) => one.id === id)?.changes });
      }}
      onChange={(changed) => {
        setPreset('own');
        onChange(changed);
      }}
    />
  );
}

import { Stack } from '@mantine/core';
import { foreseesMemory } from '@/lib/core/round/foresee';
import type { OutsideRecipe } from '@/lib/core/round/recipe';
import { allowableFindings, type RoundInputs } from '@/lib/core/round/round-inputs';
import { AdvancedKnobs } from './AdvancedKnobs';
import { AllowedFindings } from './AllowedFindings';
import { ParentField } from './ParentField';
import { PassRatesField } from './PassRatesField';
import { PreferenceFields } from './PreferenceFields';
import type { RoundDraft } from './round-draft';
import type { RoundSourcesView } from './sources-view';
import { TeacherFields } from './TeacherFields';

interface Props {
  readonly projectId: string;
  readonly recipe: OutsideRecipe;
  readonly draft: RoundDraft;
  readonly sources: RoundSourcesView;
  /** What the draft began with: findings that were allowed stay in sight. */
  readonly from: RoundDraft | undefined;
  readonly onChange: (change: Partial<RoundDraft>) => void;
}

/** What a round of the trainer is given beside preset and gold: a start, teachers, every other knob, findings to go on with. */
export function TrainerParts({ projectId, recipe, draft, sources, from, onChange }: Props) {
  const { inputs } = draft;
  const give = (change: Partial<RoundInputs>): void => onChange({ inputs: { ...inputs, ...change } });
  const isMemoryForeseen = foreseesMemory(recipe, sources.cardGib);
  const met = [...(from?.inputs.allow ?? []), ...inputs.allow, ...(isMemoryForeseen ? ['memory'] : [])];
  return (
    <Stack gap="md">
      <ParentField recipe={recipe} checkpoints={sources.checkpoints} value={draft.parentCheckpointId} onChange={(parentCheckpointId) => onChange({ parentCheckpointId })} />
      <PassRatesField recipe={recipe} passRates={sources.passRates} value={inputs.passRates} onChange={(passRates) => give({ passRates })} />
      <AdvancedKnobs
        recipe={recipe}
        onChange={(changed) => onChange({ recipe: changed })}
        open={from && (recipe.warmStart ?? recipe.distillation ?? recipe.preferences) !== null ? ['stages'] : []}
        extras={{
          distillation: <TeacherFields projectId={projectId} checkpoints={sources.checkpoints} value={inputs.teacher} onChange={(teacher) => give({ teacher })} />,
          preferences: <PreferenceFields projectId={projectId} checkpoints={sources.checkpoints} value={inputs.preferences} onChange={(preferences) => give({ preferences })} />,
        }}
      />
      <AllowedFindings
        codes={allowableFindings.filter((code) => met.includes(code))}
        isMemoryForeseen={isMemoryForeseen}
        value={inputs.allow}
        onChange={(allow) => give({ allow })}
      />
    </Stack>
  );
}

'use client';

import { Button, Drawer, Skeleton, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type EngineName, type Recipe, recipeSchema } from '@/lib/core/round/recipe';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { EngineChoice } from './EngineChoice';
import { type Preflight, PreflightPanel } from './PreflightPanel';
import { EmbeddedForm } from './EmbeddedForm';
import { TrlForm } from './TrlForm';

interface Props {
  readonly projectId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A round to repeat or vary. */
  readonly from?: { readonly recipe: Recipe; readonly budgetGpuHours: number | null };
}

/** What each engine begins with. */
const standards: Readonly<Record<EngineName, Recipe>> = {
  embedded: recipeSchema.parse({ engine: 'embedded' }),
  trl: recipeSchema.parse({ engine: 'trl', preset: 'single-gpu' }),
  ray: recipeSchema.parse({ engine: 'ray', preset: 'single-gpu' }),
};

/** `randomUUID` is there only over HTTPS and on localhost. */
const createRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function Sheet({ projectId, from }: Omit<Props, 'isOpen' | 'onClose'>) {
  const t = useTranslations('rounds.startRoundSheet');
  const router = useRouter();
  const client = useQueryClient();
  const [recipe, setRecipe] = useState<Recipe>(from?.recipe ?? standards.embedded);
  const [budgetGpuHours, setBudget] = useState<number | null>(from?.budgetGpuHours ?? null);
  const [notes, setNotes] = useState('');
  // One id for each opening of the sheet: pressing twice gives one round.
  const [requestId] = useState(createRequestId);
  const preflight = useQuery({
    queryKey: ['preflight', projectId],
    queryFn: ({ signal }) => api.get<Preflight>(`/api/projects/${projectId}/rounds/preflight`, undefined, signal),
    refetchInterval: 10_000,
  });
  const start = useMutation({
    mutationFn: () => api.post<{ id: string }>(`/api/projects/${projectId}/rounds`, {
        requestId, recipe, notes, budgetGpuHours: recipe.engine === 'embedded' ? null : budgetGpuHours,
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['rounds', projectId] });
      router.push(`/p/${projectId}/rounds/${id}`);
    },
  });
  if (preflight.error) return <ErrorNotice error={preflight.error} onRetry={() => void preflight.refetch()} />;
  if (!preflight.data) return <Skeleton h={320} />;
  return (
    <Stack gap="md">
      <EngineChoice
        engines={preflight.data.engines}
        value={recipe.engine}
        onChange={(engine) => engine !== recipe.engine && setRecipe(from?.recipe.engine === engine ? from.recipe : standards[engine])}
      />
      {recipe.engine === 'embedded' ? (
        <EmbeddedForm recipe={recipe} isOwn={from !== undefined} onChange={setRecipe} />
      ) : (
        <TrlForm
          recipe={recipe}
          onChange={setRecipe}
          missing={preflight.data.engines.find(({ engine }) => engine === recipe.engine)?.missing[recipe.preset] ?? null}
          budgetGpuHours={budgetGpuHours}
          onBudget={setBudget}
        />
      )}
      <PreflightPanel preflight={preflight.data} recipe={recipe} />
      <Textarea
        label={t('notes')}
        placeholder={t('whatRoundToShow')}
        autosize
        minRows={2}
        maxLength={2000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {start.error && <ErrorNotice error={start.error} />}
      <Button
        size="sm"
        loading={start.isPending || start.isSuccess}
        disabled={preflight.data.problems.length > 0}
        onClick={() => start.mutate()}
      >
        {t('startRound')}
      </Button>
    </Stack>
  );
}

/** Engine, preset, knobs, what would be trained, then one button. */
export function StartRoundSheet({ isOpen, onClose, ...sheet }: Props) {
  const t = useTranslations('rounds.startRoundSheet');
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={520} title={t('startRound')}>
      <Sheet {...sheet} />
    </Drawer>
  );
}

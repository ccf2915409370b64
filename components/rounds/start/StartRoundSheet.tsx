'use client';

import { Button, Drawer, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { refuseParent } from '@/lib/core/round/parent-fit';
import { type EngineName, isOutside, type Recipe, recipeSchema } from '@/lib/core/round/recipe';
import { describeMissingInput } from '@/lib/core/round/round-inputs';
import { api } from '../../ui/api';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { EmbeddedForm } from './EmbeddedForm';
import { EngineChoice } from './EngineChoice';
import { type Preflight, PreflightPanel } from './PreflightPanel';
import { emptyDraft, type RoundDraft } from './round-draft';
import type { RoundSourcesView } from './sources-view';
import { TrainerParts } from './TrainerParts';
import { TrlForm } from './TrlForm';
import { useRoundSources } from './use-round-sources';

interface Props {
  readonly projectId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A round to repeat or vary. */
  readonly from?: RoundDraft | undefined;
  /** A checkpoint to go on from, with the recipe that made it. */
  readonly continueFrom?: string | null;
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

interface FormProps {
  readonly projectId: string;
  readonly from: RoundDraft | undefined;
  readonly preflight: Preflight;
  readonly sources: RoundSourcesView;
}

/** Why what the sheet says cannot be started, in words; null where it can. */
function refusalOf({ recipe, inputs, parentCheckpointId }: RoundDraft, { checkpoints }: RoundSourcesView): string | null {
  const parent = isOutside(recipe) && checkpoints.find(({ id }) => id === parentCheckpointId)?.parent;
  return (parent ? refuseParent(recipe, parent) : null) ?? describeMissingInput(recipe, inputs);
}

function Form({ projectId, from, preflight, sources }: FormProps) {
  const t = useTranslations('rounds.startRoundSheet');
  const router = useRouter();
  const client = useQueryClient();
  const [draft, setDraft] = useState<RoundDraft>(from ?? emptyDraft(standards.embedded));
  const [notes, setNotes] = useState('');
  // One id for each opening of the sheet: pressing twice gives one round.
  const [requestId] = useState(createRequestId);
  const change = (changes: Partial<RoundDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  const { recipe } = draft;
  const start = useMutation({
    mutationFn: () => api.post<{ id: string }>(`/api/projects/${projectId}/rounds`, {
        requestId, notes, ...draft, ...(isOutside(recipe) ? {} : { budgetGpuHours: null, parentCheckpointId: null }),
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['rounds', projectId] });
      router.push(`/p/${projectId}/rounds/${id}`);
    },
  });
  const refusal = refusalOf(draft, sources);
  return (
    <Stack gap="md">
      <EngineChoice
        engines={preflight.engines}
        value={recipe.engine}
        onChange={(engine) => engine !== recipe.engine && change({ recipe: from?.recipe.engine === engine ? from.recipe : standards[engine] })}
      />
      {isOutside(recipe) ? (
        <>
          <TrlForm
            recipe={recipe}
            onChange={(changed) => change({ recipe: changed })}
            missing={preflight.engines.find(({ engine }) => engine === recipe.engine)?.missing[recipe.preset] ?? null}
            budgetGpuHours={draft.budgetGpuHours}
            onBudget={(budgetGpuHours) => change({ budgetGpuHours })}
          />
          <TrainerParts projectId={projectId} recipe={recipe} draft={draft} sources={sources} from={from} onChange={change} />
        </>
      ) : (
        <EmbeddedForm recipe={recipe} isOwn={from !== undefined} onChange={(changed) => change({ recipe: changed })} />
      )}
      <PreflightPanel preflight={preflight} recipe={recipe} />
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
      {refusal !== null && <Text size="sm" c="var(--hf-near)" role="status">{refusal}</Text>}
      <Button
        size="sm"
        loading={start.isPending || start.isSuccess}
        disabled={preflight.problems.length > 0 || refusal !== null}
        onClick={() => start.mutate()}
      >
        {t('startRound')}
      </Button>
    </Stack>
  );
}

/** A checkpoint's recipe with the checkpoint as its start; nothing where it cannot be gone on from. */
function draftFrom(checkpointId: string | null | undefined, { checkpoints }: RoundSourcesView): RoundDraft | undefined {
  const found = checkpoints.find(({ id }) => id === checkpointId);
  return found?.recipe && isOutside(found.recipe)
    ? { ...emptyDraft({ ...found.recipe, warmStart: null, distillation: null, preferences: null }), parentCheckpointId: found.id }
    : undefined;
}

function Sheet({ projectId, from, continueFrom }: Omit<Props, 'isOpen' | 'onClose'>) {
  const preflight = useQuery({
    queryKey: ['preflight', projectId],
    queryFn: ({ signal }) => api.get<Preflight>(`/api/projects/${projectId}/rounds/preflight`, undefined, signal),
    refetchInterval: 10_000,
  });
  const sources = useRoundSources(projectId);
  const failed = [preflight, sources].find(({ error }) => error);
  if (failed) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!preflight.data || !sources.data) return <Skeleton h={320} />;
  return <Form projectId={projectId} from={from ?? draftFrom(continueFrom, sources.data)} preflight={preflight.data} sources={sources.data} />;
}

/** Engine, preset, knobs, what would be trained, then one button. */
export function StartRoundSheet({ isOpen, onClose, ...sheet }: Props) {
  const t = useTranslations('rounds.startRoundSheet');
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={600} title={t('startRound')}>
      <Sheet {...sheet} />
    </Drawer>
  );
}

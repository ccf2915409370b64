import { Group, Select, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import type { PassRateView } from './DocumentsTab';
import type { RolloutPage } from './rollout-view';

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly page: RolloutPage;
  readonly documentId: string | null;
  readonly isVaryingOnly: boolean;
  readonly onVaryingOnly: (isOn: boolean) => void;
  readonly onStep: (step: string | null) => void;
  readonly onDocument: (documentId: string | null) => void;
}

/** Which completions are shown: of a step, of a document, only where something was learnt. */
export function RolloutFilters({ projectId, roundId, page, documentId, isVaryingOnly, onVaryingOnly, onStep, onDocument }: Props) {
  const t = useTranslations('rounds.rolloutsTab');
  const { data } = useQuery({
    queryKey: ['pass-rates', roundId],
    queryFn: ({ signal }) => api.get<{ documents: readonly PassRateView[] }>(`/api/projects/${projectId}/rounds/${roundId}/pass-rates`, undefined, signal),
  });
  const documents = (data?.documents ?? []).map(({ documentId: value, name }) => ({ value, label: name })).toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Group mb="xs" gap="sm">
      <Select
        aria-label={t('step')}
        w={140}
        searchable
        clearable={documentId !== null}
        placeholder={t('allSteps')}
        value={page.step === null ? null : String(page.step)}
        data={page.steps.map((one) => ({ value: String(one), label: t('stepNumber', { number: one }) }))}
        onChange={onStep}
      />
      <Select
        aria-label={t('document')}
        w={240}
        searchable
        clearable
        placeholder={t('allDocuments')}
        value={documentId}
        data={documents}
        onChange={onDocument}
      />
      <Switch size="sm" label={t('varyingOnly')} checked={isVaryingOnly} onChange={(event) => onVaryingOnly(event.currentTarget.checked)} />
      <Text size="sm" c="dimmed">
        {t('sampledCompletions', { count: page.rollouts.length })}
      </Text>
    </Group>
  );
}

'use client';

import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import type { RoundView } from './round-view';

const most = 4;

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly value: readonly string[];
  readonly onChange: (roundIds: readonly string[]) => void;
}

/** Which other rounds are drawn over this one; nothing where there is no other. */
export function OverlayPicker({ projectId, roundId, value, onChange }: Props) {
  const t = useTranslations('rounds.overlayPicker');
  const { data } = useQuery({
    queryKey: ['rounds-to-overlay', projectId],
    queryFn: ({ signal }) => api.get<{ rounds: readonly RoundView[] }>(`/api/projects/${projectId}/rounds`, { take: 100 }, signal),
  });
  const others = (data?.rounds ?? []).filter(({ id, step }) => id !== roundId && step > 0);
  if (others.length === 0) return null;
  return (
    <MultiSelect
      mb="sm"
      maw={520}
      aria-label={t('overlay')}
      placeholder={value.length === 0 ? t('overlay') : ''}
      searchable
      clearable
      maxValues={most}
      value={[...value]}
      data={others.map(({ id, number, stateInWords }) => ({ value: id, label: t('round', { number, state: stateInWords }) }))}
      onChange={onChange}
    />
  );
}

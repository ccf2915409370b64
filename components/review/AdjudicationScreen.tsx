'use client';

import { Box, Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AdjudicationView } from '@/lib/core/review/contract';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { api } from '@/components/ui/api';
import { Adjudication } from './Adjudication';

interface Props {
  readonly projectId: string;
  readonly documentId: string;
}

/** Opens a document with all that annotators handed in for it. */
export function AdjudicationScreen({ projectId, documentId }: Props) {
  const t = useTranslations('review.adjudicationScreen');
  const { data, error, refetch } = useQuery({
    queryKey: ['adjudication', projectId, documentId],
    queryFn: () => api.get<AdjudicationView>(`/api/projects/${projectId}/reviews/documents/${documentId}`),
    refetchOnWindowFocus: false,
  });
  const [chosen, setChosen] = useState<readonly [string, string] | null>(null);
  if (error) return <Box p="md"><ErrorNotice error={error} onRetry={() => void refetch()} /></Box>;
  if (!data) return <Center h="60%" role="status" aria-label={t('openingDocument')}><Loader size="sm" /></Center>;
  const find = (at: 0 | 1) => data.sides.find(({ annotationId }) => annotationId === chosen?.[at]) ?? data.sides[at];
  const [left, right] = [find(0), find(1)];
  if (!left || !right) {
    return (
      <EmptyState title={t('noTwoAnnotations')}>
        {left ? <Link href={`/p/${projectId}/review/${left.annotationId}`}>{t('reviewOneBy', { name: left.annotatorName })}</Link> : t('nobodyHasSubmittedDocument')}
      </EmptyState>
    );
  }
  return (
    <Adjudication
      key={`${left.annotationId}@${left.revision}:${right.annotationId}@${right.revision}`}
      projectId={projectId}
      view={data}
      left={left}
      right={right}
      onChooseSides={(a, b) => setChosen([a, b])}
    />
  );
}

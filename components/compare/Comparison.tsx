'use client';

import { Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ComparisonSummary } from './ComparisonSummary';
import { DocumentPanes } from './DocumentPanes';
import { EvaluateNotice, needsEvaluation } from './EvaluateNotice';
import { OutcomeFilter } from './OutcomeFilter';
import { type ComparisonView, letterOf } from './comparison-view';
import { needsEvaluation as lacksTransfer } from './transfer-view';
import { type CompareAddress, placeOfAgainst } from './use-compare-url';
import { useEvaluate, useEvaluationEnd } from './use-evaluate';
import { useTransfer } from './use-transfer';

interface Props {
  readonly projectId: string;
  readonly canPromote: boolean;
  readonly address: CompareAddress;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}

export function Comparison({ projectId, canPromote, address, onChange }: Props) {
  const t = useTranslations('compare.comparison');
  const { ids, split, suite, against, outcome } = address;
  const place = placeOfAgainst(address);
  const later = letterOf(place);
  const client = useQueryClient();
  const query = { ids: ids.join(','), split, suite, against };
  const evaluate = useEvaluate(projectId);
  const isEvaluating = evaluate.isPending || evaluate.isSuccess;
  const transfer = useTransfer(projectId, ids, evaluate.isSuccess);
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', projectId, query],
    queryFn: ({ signal }) => api.get<ComparisonView>(`/api/projects/${projectId}/comparison`, query, signal),
    placeholderData: (previous) => previous,
    // Asked for an evaluation: look until it is there.
    refetchInterval: ({ state }) => (evaluate.isSuccess && state.data && needsEvaluation(state.data) ? 2_000 : false),
  });
  const isWanting = (data !== undefined && needsEvaluation(data)) || (transfer.data !== undefined && lacksTransfer(transfer.data));
  useEvaluationEnd(projectId, evaluate, isWanting);
  const promote = useMutation({
    mutationFn: (checkpointId: string) => api.post(`/api/projects/${projectId}/checkpoints/${checkpointId}/promote`),
    onSuccess: async () => {
      notifications.show({ message: t('promotedNextDocuments') });
      await client.invalidateQueries({ queryKey: ['comparison', projectId] });
      await client.invalidateQueries({ queryKey: ['checkpoints', projectId] });
    },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={240} />;
  const failed = promote.error ?? evaluate.error ?? transfer.error;
  return (
    <>
      {failed && <ErrorNotice error={failed} />}
      {needsEvaluation(data) && <EvaluateNotice comparison={data} isEvaluating={isEvaluating} onEvaluate={() => evaluate.mutate(ids)} />}
      <ComparisonSummary
        projectId={projectId}
        canPromote={canPromote}
        comparison={data}
        transfer={transfer.data}
        split={split}
        suite={suite}
        place={place}
        isEvaluating={isEvaluating}
        promoting={promote.isPending ? promote.variables : null}
        onEvaluate={evaluate.mutate}
        onPromote={promote.mutate}
        onChange={onChange}
      />
      {data.outcomes && (
        <>
          <Group mb="sm" gap="sm">
            <Text size="sm" c="dimmed">
              {ids.length > 2 ? t('fromFirstTo', { first: letterOf(0) }) : t('fromFirstToLater', { first: letterOf(0), later })}
            </Text>
            {ids.length > 2 && (
              <SegmentedControl
                aria-label={t('comparedWithFirst')}
                value={ids[place] ?? ''}
                data={ids.slice(1).map((id, index) => ({ value: id, label: letterOf(index + 1) }))}
                onChange={(id) => onChange({ against: id, documentId: null, line: null })}
              />
            )}
            <OutcomeFilter
              counts={data.outcomes}
              against={place}
              chosen={outcome}
              onChoose={(chosen) => onChange({ outcome: chosen, documentId: null, line: null })}
            />
          </Group>
          <DocumentPanes projectId={projectId} address={address} onChange={onChange} />
        </>
      )}
    </>
  );
}

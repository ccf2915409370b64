'use client';

import { Alert, Button, Group, List, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { headlineFigure } from '@/lib/core/round/summary';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Figure } from '../ui/Figure';
import { PageHeader } from '../ui/PageHeader';
import { RoundStateText } from './RoundStateText';
import { durationInWords, type RoundView } from './round-view';

interface Props {
  readonly projectId: string;
  readonly round: RoundView;
  readonly isLive: boolean;
  readonly canRun: boolean;
  readonly onRepeat: () => void;
}

function SummaryLine({ round }: { readonly round: RoundView }) {
  const t = useTranslations('rounds.roundHead');
  const durations = useTranslations('rounds.durations');
  const { summary } = round;
  if (!summary) return null;
  const first = headlineFigure(summary, 'warm-start');
  const all = headlineFigure(summary, 'warm-start-all');
  const trained = headlineFigure(summary, 'trained');
  return (
    <Group gap="lg" mb="sm">
      {([[t('warmStart'), first], [t('warmStartOnAll'), all], [t('trained'), trained]] as const).map(
        ([name, figure]) =>
          figure && (
            <Text key={name} size="sm">
              {t.rich('f1', { name, figure: () => <Figure value={figure.f1} low={figure.low} high={figure.high} />, b: (chunks) => <b>{chunks}</b> })}
            </Text>
          ),
      )}
      {summary.rewardStart !== null && summary.rewardEnd !== null && (
        <Text size="sm">
          {t('reward', { start: summary.rewardStart.toFixed(2), end: summary.rewardEnd.toFixed(2) })}
        </Text>
      )}
      <Text size="sm">{t('bestAtStep', { step: summary.bestStep })}</Text>
      <Text size="sm">{durationInWords(durations, summary.seconds)}</Text>
    </Group>
  );
}

/** State, step, time left; cancel while it runs, repeat when it is over. */
export function RoundHead({ projectId, round, isLive, canRun, onRepeat }: Props) {
  const t = useTranslations('rounds.roundHead');
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.post(`/api/projects/${projectId}/rounds/${round.id}/cancel`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['round', round.id] }),
  });
  const share = round.plannedSteps ? (100 * round.step) / round.plannedSteps : 0;
  const action = round.isOver ? (
    <Button variant="default" leftSection={<IconCopy size={16} />} onClick={onRepeat}>
      {t('repeatWithChanges')}
    </Button>
  ) : (
    <Button
      variant="default"
      color="red"
      leftSection={<IconPlayerStop size={16} />}
      loading={cancel.isPending || round.isCancelRequested}
      onClick={() => cancel.mutate()}
    >
      {t('cancelRound')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('round', { number: round.number })}
        detail={
          <Group gap="sm">
            <RoundStateText round={round} />
            {round.notes && <Text size="sm">{round.notes}</Text>}
            {!isLive && !round.isOver && <Text size="sm" c="var(--hf-near)">{t('connectionLostTryingAgain')}</Text>}
          </Group>
        }
        actions={canRun && action}
      />
      {cancel.error && <ErrorNotice error={cancel.error} />}
      {!round.isOver && <Progress value={share} size="sm" mb="sm" aria-label={t('stepsDone')} animated={round.state === 'training'} />}
      <SummaryLine round={round} />
      {round.failureReason && (
        <Alert color="red" variant="light" mb="sm" icon={<IconAlertTriangle size={18} />} title={t('roundFailed')}>
          {round.failureReason}
        </Alert>
      )}
      {round.summary && round.summary.warnings.length > 0 && (
        <Alert color="orange" variant="light" mb="sm" icon={<IconAlertTriangle size={18} />} title={t('lookAtBefore')}>
          <List size="sm">
            {round.summary.warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}

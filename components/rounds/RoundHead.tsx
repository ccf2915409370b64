'use client';

import { Alert, Anchor, Group, List, Progress, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { headlineFigure } from '@/lib/core/round/summary';
import { Figure } from '../ui/Figure';
import { PageHeader } from '../ui/PageHeader';
import { RoundActions } from './RoundActions';
import { RoundNotes } from './RoundNotes';
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

/** State, step, time left, cost; what can be asked of it. */
export function RoundHead({ projectId, round, isLive, canRun, onRepeat }: Props) {
  const t = useTranslations('rounds.roundHead');
  const share = round.plannedSteps ? (100 * round.step) / round.plannedSteps : 0;
  const hours = round.gpuHours.toFixed(round.gpuHours < 10 ? 2 : 0);
  const gpuHours = round.budgetGpuHours === null ? t('gpuHours', { hours }) : t('gpuHoursOf', { hours, budget: round.budgetGpuHours });
  return (
    <>
      <PageHeader
        title={t('round', { number: round.number })}
        detail={
          <Group gap="sm">
            <RoundStateText round={round} />
            {round.parent && (
              <Anchor component={Link} size="sm" href={`/p/${projectId}/rounds/${round.parent.roundId ?? round.id}?tab=checkpoints`}>
                {t('continues', { number: round.parent.number, name: round.parent.name })}
              </Anchor>
            )}
            {(round.gpuHours > 0 || round.budgetGpuHours !== null) && <Text size="sm">{gpuHours}</Text>}
            <RoundNotes projectId={projectId} roundId={round.id} notes={round.notes} canEdit={canRun} />
            {!isLive && !round.isOver && <Text size="sm" c="var(--hf-near)">{t('connectionLostTryingAgain')}</Text>}
          </Group>
        }
        actions={canRun && <RoundActions projectId={projectId} round={round} onRepeat={onRepeat} />}
      />
      {!round.isOver && <Progress value={share} size="sm" mb="sm" aria-label={t('stepsDone')} animated={round.state === 'training'} />}
      <SummaryLine round={round} />
      {round.failureReason && (
        <Alert color="red" variant="light" mb="sm" icon={<IconAlertTriangle size={18} />} title={t(round.state === 'paused' ? 'roundWaits' : 'roundFailed')}>
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

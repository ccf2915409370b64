import { SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CurveChart } from './CurveChart';
import { curvesOf } from './curve-points';
import type { RoundEventView } from './round-view';

/** Reward, validation, precision and recall, KL and zero-variance groups, step by step. */
export function CurvesTab({ events }: { readonly events: readonly RoundEventView[] }) {
  const t = useTranslations('rounds.curvesTab');
  const { metrics, validation, warmStart, warmStartAll } = useMemo(() => curvesOf(events), [events]);
  const waiting = t('drawnAsSoon');
  const baselines = [
    ...(warmStart === null ? [] : [{ y: warmStart, label: t('warmStart', { f1: (warmStart * 100).toFixed(1) }), color: 'gray.6' }]),
    ...(warmStartAll === null
      ? []
      : [{ y: warmStartAll, label: t('warmStartOnAll', { f1: (warmStartAll * 100).toFixed(1) }), color: 'orange.6', labelPosition: 'insideBottomRight' as const }]),
  ];
  const points = validation.length === 0 && warmStart !== null ? [{ step: 0, f1: warmStart }] : validation;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      <CurveChart
        title={t('reward')}
        explanation={t('meanRewardOfSampled')}
        data={metrics}
        series={[{ name: 'reward', label: t('reward'), color: 'teal.7' }]}
        empty={waiting}
      />
      <CurveChart
        title={t('f1OnValidation')}
        explanation={t('bestOfThesePoints')}
        data={points}
        series={[{ name: 'f1', label: t('f1'), color: 'teal.7' }]}
        referenceLines={baselines}
        withDots
        empty={waiting}
      />
      <CurveChart
        title={t('precisionAndRecall')}
        explanation={t('ofSampledCompletionsMean')}
        data={metrics}
        series={[
          { name: 'precision', label: t('precision'), color: 'indigo.5' },
          { name: 'recall', label: t('recall'), color: 'orange.6' },
        ]}
        empty={waiting}
      />
      <CurveChart
        title={t('klAndGroupsWithout')}
        explanation={t('klHowFarPolicy')}
        data={metrics}
        series={[
          { name: 'kl', label: t('kl'), color: 'grape.6' },
          { name: 'zeroVariance', label: t('zeroVarianceShare'), color: 'gray.6' },
        ]}
        empty={waiting}
      />
    </SimpleGrid>
  );
}

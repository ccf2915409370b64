import { SimpleGrid } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CurveChart } from './CurveChart';
import { curvesOf } from './curve-points';
import { MachineCurves } from './MachineCurves';
import { OverlayPicker } from './OverlayPicker';
import { useOverlay, withOverlay } from './overlay';
import type { RoundEventView, RoundView } from './round-view';

const overlayColours = ['indigo.5', 'orange.6', 'grape.6', 'gray.6'];

interface Props {
  readonly projectId: string;
  readonly round: RoundView;
  readonly events: readonly RoundEventView[];
}

/** Reward, validation, precision and recall, KL and zero-variance groups, step by step. */
export function CurvesTab({ projectId, round, events }: Props) {
  const t = useTranslations('rounds.curvesTab');
  const [overlaid, setOverlaid] = useState<readonly string[]>([]);
  const others = useOverlay(projectId, overlaid);
  const { metrics, validation, warmStart, warmStartAll } = useMemo(() => curvesOf(events), [events]);
  const waiting = t('drawnAsSoon');
  const baselines = [
    ...(warmStart === null ? [] : [{ y: warmStart, label: t('warmStart', { f1: (warmStart * 100).toFixed(1) }), color: 'gray.6' }]),
    ...(warmStartAll === null
      ? []
      : [{ y: warmStartAll, label: t('warmStartOnAll', { f1: (warmStartAll * 100).toFixed(1) }), color: 'orange.6', labelPosition: 'insideBottomRight' as const }]),
  ];
  const points = validation.length === 0 && warmStart !== null ? [{ step: 0, f1: warmStart }] : validation;
  const overlaySeries = others.map(({ name }, place) => ({ name, label: name, color: overlayColours[place % overlayColours.length] ?? 'gray.6', strokeDasharray: '4 3' }));
  return (
    <>
      <OverlayPicker projectId={projectId} roundId={round.id} value={overlaid} onChange={setOverlaid} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <CurveChart
          title={t('reward')}
          explanation={t('meanRewardOfSampled')}
          data={withOverlay(metrics, others, ({ metrics: curve }) => curve.map(({ step, reward }) => [step, reward]))}
          series={[{ name: 'reward', label: t('reward'), color: 'teal.7' }, ...overlaySeries]}
          empty={waiting}
        />
        <CurveChart
          title={t('f1OnValidation')}
          explanation={t('bestOfThesePoints')}
          data={withOverlay(points, others, ({ validation: curve }) => curve.map(({ step, f1 }) => [step, f1]))}
          series={[{ name: 'f1', label: t('f1'), color: 'teal.7' }, ...overlaySeries]}
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
        <MachineCurves metrics={metrics} />
      </SimpleGrid>
    </>
  );
}

import { LineChart } from '@mantine/charts';
import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useSpokenCurve } from '../ui/use-spoken-curve';
import { Panel } from './Panel';
import type { Overview } from './overview';

interface Props {
  readonly overview: Overview;
  readonly projectId: string;
}

/** Reward (0–2), precision and recall of the latest round, step by step. */
export function RewardCurve({ overview, projectId }: Props) {
  const t = useTranslations('home.rewardCurve');
  const [latest] = overview.rounds;
  const spoken = useSpokenCurve();
  const title = latest ? t('rewardOfRound', { number: latest.number }) : t('reward');
  const series = [
    { name: 'reward', label: t('reward'), color: 'teal.7' },
    { name: 'precision', label: t('precision'), color: 'indigo.5' },
    { name: 'recall', label: t('recall'), color: 'orange.6' },
  ];
  return (
    <Panel
      title={title}
      action={
        latest && (
          <Anchor component={Link} href={`/p/${projectId}/rounds/${latest.id}`} size="sm">
            {t('open')}
          </Anchor>
        )
      }
    >
      {overview.rewardCurve.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('curveOfRunningRound')}
        </Text>
      ) : (
        <LineChart
          h={220}
          data={[...overview.rewardCurve]}
          dataKey="step"
          series={series}
          withDots={false}
          withLegend
          curveType="linear"
          valueFormatter={(value) => value.toFixed(3)}
          xAxisProps={{ tickMargin: 4 }}
          lineChartProps={{ accessibilityLayer: true, ...spoken({ title, data: overview.rewardCurve, along: ['step', 'step'], series, round: (value) => value.toFixed(3) }) }}
        />
      )}
    </Panel>
  );
}

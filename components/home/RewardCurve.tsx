import { LineChart } from '@mantine/charts';
import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { Panel } from './Panel';
import type { Overview } from './overview';

interface Props {
  readonly overview: Overview;
  readonly projectId: string;
}

/** Reward (0–2), precision and recall of the latest round, step by step. */
export function RewardCurve({ overview, projectId }: Props) {
  const [latest] = overview.rounds;
  return (
    <Panel
      title={latest ? `Reward of round ${latest.number}` : 'Reward'}
      action={
        latest && (
          <Anchor component={Link} href={`/p/${projectId}/rounds/${latest.id}`} size="sm">
            Open
          </Anchor>
        )
      }
    >
      {overview.rewardCurve.length === 0 ? (
        <Text size="sm" c="dimmed">
          The curve of the running round is drawn here.
        </Text>
      ) : (
        <LineChart
          h={220}
          data={[...overview.rewardCurve]}
          dataKey="step"
          series={[
            { name: 'reward', label: 'Reward', color: 'teal.7' },
            { name: 'precision', label: 'Precision', color: 'indigo.5' },
            { name: 'recall', label: 'Recall', color: 'orange.6' },
          ]}
          withDots={false}
          withLegend
          curveType="linear"
          valueFormatter={(value) => value.toFixed(3)}
          xAxisProps={{ tickMargin: 4 }}
          lineChartProps={{ accessibilityLayer: true }}
        />
      )}
    </Panel>
  );
}

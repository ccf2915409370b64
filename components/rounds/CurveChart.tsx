import { LineChart, type LineChartProps } from '@mantine/charts';
import { Text, Tooltip } from '@mantine/core';
import { useSpokenCurve } from '../ui/use-spoken-curve';
import { axisOf } from './axis';

interface Props {
  readonly title: string;
  /** One line on hover: what it says. */
  readonly explanation: string;
  readonly data: readonly object[];
  readonly series: LineChartProps['series'];
  readonly referenceLines?: NonNullable<LineChartProps['referenceLines']>;
  /** Nothing is below it; the axis begins at the least value, or here. */
  readonly least?: number;
  readonly withDots?: boolean;
  /** Said where there is nothing to draw yet. */
  readonly empty: string;
}

/** Figures from learning rates of 1e-6 to thousands of tokens. */
function say(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(2);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(3);
}

export function CurveChart({ title, explanation, data, series, referenceLines = [], least = 0, withDots = false, empty }: Props) {
  const spoken = useSpokenCurve();
  const shown = data
    .flatMap((point) => series.map(({ name }) => (point as Record<string, number | undefined>)[name]))
    .filter((value) => value !== undefined);
  const lines = referenceLines.flatMap(({ y }) => (typeof y === 'number' ? [y] : []));
  const { domain, ticks, write } = axisOf([...shown, ...lines], least);
  return (
    <section className="hf-surface" style={{ padding: '10px 12px', minWidth: 0 }} aria-label={title}>
      <Tooltip label={explanation} multiline maw={360}>
        <Text size="sm" fw={600} mb={6} span style={{ display: 'inline-block' }}>
          {title}
        </Text>
      </Tooltip>
      {data.length === 0 ? (
        <Text size="sm" c="dimmed" h={210}>
          {empty}
        </Text>
      ) : (
        <LineChart
          h={210}
          data={data.map((point) => ({ ...point }))}
          dataKey="step"
          series={series}
          referenceLines={referenceLines}
          withDots={withDots}
          withLegend={series.length > 1}
          curveType="linear"
          connectNulls
          strokeWidth={1.75}
          valueFormatter={(value) => say(value)}
          xAxisProps={{ type: 'number', domain: ['dataMin', 'dataMax'], allowDecimals: false, tickMargin: 4 }}
          yAxisProps={{ width: 44, domain, ticks, tickFormatter: (value: number) => write(value) }}
          lineProps={{ isAnimationActive: false }}
          lineChartProps={{ accessibilityLayer: true, ...spoken({ title, data, along: ['step', 'step'], series, round: (value) => value.toFixed(3) }) }}
        />
      )}
    </section>
  );
}

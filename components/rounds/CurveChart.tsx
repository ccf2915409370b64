import { LineChart, type LineChartProps } from '@mantine/charts';
import { Text, Tooltip } from '@mantine/core';

interface Props {
  readonly title: string;
  /** One line on hover: what it says. */
  readonly explanation: string;
  readonly data: readonly object[];
  readonly series: LineChartProps['series'];
  readonly referenceLines?: NonNullable<LineChartProps['referenceLines']>;
  /** Values never leave it; the axis shows the part that is used. */
  readonly range: readonly [number, number];
  readonly withDots?: boolean;
  /** Said where there is nothing to draw yet. */
  readonly empty: string;
}

/** The part of the range that is used, with a little room, so that a flat line lies in the middle. */
function domainOf(values: readonly number[], [least, most]: readonly [number, number]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.1, 0.01);
  const round = (value: number): number => Number(value.toPrecision(3));
  return [round(Math.max(least, low - room)), round(Math.min(most, high + room))];
}

export function CurveChart({ title, explanation, data, series, referenceLines = [], range, withDots = false, empty }: Props) {
  const shown = data.flatMap((point) => series.map(({ name }) => Number((point as Record<string, number>)[name])));
  const lines = referenceLines.flatMap(({ y }) => (typeof y === 'number' ? [y] : []));
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
          strokeWidth={1.75}
          valueFormatter={(value) => value.toFixed(3)}
          xAxisProps={{ type: 'number', domain: ['dataMin', 'dataMax'], tickMargin: 4 }}
          yAxisProps={{ width: 44, domain: domainOf([...shown, ...lines], range), tickFormatter: (value: number) => value.toFixed(2) }}
          lineProps={{ isAnimationActive: false }}
          lineChartProps={{ accessibilityLayer: true }}
        />
      )}
    </section>
  );
}

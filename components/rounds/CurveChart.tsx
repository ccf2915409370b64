import { LineChart, type LineChartProps } from '@mantine/charts';
import { Text, Tooltip } from '@mantine/core';

interface Props {
  readonly title: string;
  /** One line on hover: what it says. */
  readonly explanation: string;
  readonly data: readonly object[];
  readonly series: LineChartProps['series'];
  readonly referenceLines?: NonNullable<LineChartProps['referenceLines']>;
  readonly domain?: readonly [number | 'auto', number | 'auto'];
  readonly withDots?: boolean;
  /** Said where there is nothing to draw yet. */
  readonly empty: string;
}

export function CurveChart({ title, explanation, data, series, referenceLines = [], domain, withDots = false, empty }: Props) {
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
          yAxisProps={{ width: 44, ...(domain ? { domain: [...domain] } : {}) }}
          lineProps={{ isAnimationActive: false }}
          lineChartProps={{ accessibilityLayer: true }}
        />
      )}
    </section>
  );
}

'use client';

import { LineChart } from '@mantine/charts';
import { useTranslations } from 'use-intl';
import { useSpokenCurve } from '../ui/use-spoken-curve';
import classes from './selection.module.css';
import type { SelectionDetail } from './types';

/** Coverage of the pool after each pick, and where a further pick adds little. */
export function GainCurve({ selection }: { readonly selection: SelectionDetail }) {
  const t = useTranslations('selection.gainCurve');
  const { coverage, initialCoverage, flattensAt } = selection.report;
  const data = [initialCoverage, ...coverage].map((value, rank) => ({ rank, coverage: value * 100 }));
  const spoken = useSpokenCurve();
  const series = [{ name: 'coverage', label: t('coverageOfPool'), color: 'teal.7' }];
  return (
    <section className={`hf-surface ${classes.curve}`} aria-label={t('gainCurve')}>
      <LineChart
        h={150}
        data={data}
        dataKey="rank"
        series={series}
        lineChartProps={{ accessibilityLayer: true, ...spoken({ title: t('gainCurve'), data, along: ['rank', 'rank'], series, round: (value) => value.toFixed(1) }) }}
        withDots={false}
        curveType="linear"
        valueFormatter={(value) => value.toFixed(1)}
        yAxisProps={{ domain: ['auto', 'auto'], width: 44 }}
        {...(flattensAt ? { referenceLines: [{ x: flattensAt, label: t('flattensAt', { flattensAt }), color: 'gray.6' }] } : {})}
      />
    </section>
  );
}

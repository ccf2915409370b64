'use client';

import { LineChart } from '@mantine/charts';
import { useTranslations } from 'use-intl';
import classes from './selection.module.css';
import type { SelectionDetail } from './types';

/** Coverage of the pool after each pick, and where a further pick adds little. */
export function GainCurve({ selection }: { readonly selection: SelectionDetail }) {
  const t = useTranslations('selection.gainCurve');
  const { coverage, initialCoverage, flattensAt } = selection.report;
  const data = [initialCoverage, ...coverage].map((value, rank) => ({ rank, coverage: value * 100 }));
  return (
    <section className={`hf-surface ${classes.curve}`} aria-label={t('gainCurve')}>
      <LineChart
        h={150}
        data={data}
        dataKey="rank"
        series={[{ name: 'coverage', label: t('coverageOfPool'), color: 'teal.7' }]}
        withDots={false}
        curveType="linear"
        valueFormatter={(value) => value.toFixed(1)}
        yAxisProps={{ domain: ['auto', 'auto'], width: 44 }}
        {...(flattensAt ? { referenceLines: [{ x: flattensAt, label: t('flattensAt', { flattensAt }), color: 'gray.6' }] } : {})}
      />
    </section>
  );
}

'use client';

import { LineChart } from '@mantine/charts';
import classes from './selection.module.css';
import type { SelectionDetail } from './types';

/** Coverage of the pool after each pick, and where a further pick adds little. */
export function GainCurve({ selection }: { readonly selection: SelectionDetail }) {
  const { coverage, initialCoverage, flattensAt } = selection.report;
  const data = [initialCoverage, ...coverage].map((value, rank) => ({ rank, coverage: value * 100 }));
  return (
    <section className={`hf-surface ${classes.curve}`} aria-label="Gain curve">
      <LineChart
        h={150}
        data={data}
        dataKey="rank"
        series={[{ name: 'coverage', label: 'Coverage of the pool, %', color: 'teal.7' }]}
        withDots={false}
        curveType="linear"
        valueFormatter={(value) => value.toFixed(1)}
        yAxisProps={{ domain: ['auto', 'auto'], width: 44 }}
        {...(flattensAt ? { referenceLines: [{ x: flattensAt, label: `flattens at ${flattensAt}`, color: 'gray.6' }] } : {})}
      />
    </section>
  );
}

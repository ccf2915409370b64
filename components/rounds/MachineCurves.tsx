import { useTranslations } from 'use-intl';
import { CurveChart } from './CurveChart';
import type { MetricsPoint } from './curve-points';

type Series = readonly (readonly [keyof MetricsPoint, string, string])[];

/** What only outside engines measure; a chart of which nothing was measured is left out. */
export function MachineCurves({ metrics }: { readonly metrics: readonly MetricsPoint[] }) {
  const t = useTranslations('rounds.machineCurves');
  const charts: readonly { readonly title: string; readonly explanation: string; readonly series: Series; readonly least?: number }[] = [
    {
      title: t('lossAndGradient'), explanation: t('lossExplanation'), least: -Infinity,
      series: [['loss', t('loss'), 'teal.7'], ['gradNorm', t('gradNorm'), 'orange.6']],
    },
    { title: t('length'), explanation: t('lengthExplanation'), series: [['completionTokens', t('mean'), 'teal.7'], ['completionTokensMax', t('longest'), 'gray.6']] },
    {
      title: t('cutOff'), explanation: t('cutOffExplanation'),
      series: [['truncatedShare', t('truncated'), 'orange.6'], ['clipRatioLow', t('clipLow'), 'indigo.5'], ['clipRatioHigh', t('clipHigh'), 'grape.6']],
    },
    {
      title: t('time'), explanation: t('timeExplanation'),
      series: [['stepSeconds', t('step'), 'teal.7'], ['generateSeconds', t('generate'), 'indigo.5'], ['updateSeconds', t('update'), 'orange.6']],
    },
    {
      title: t('memory'), explanation: t('memoryExplanation'),
      series: [['gpuMemoryGib', t('memoryNow'), 'teal.7'], ['gpuMemoryPeakGib', t('memoryPeak'), 'gray.6'], ['gpuUse', t('use'), 'orange.6']],
    },
    { title: t('learningRate'), explanation: t('learningRateExplanation'), series: [['learningRate', t('learningRate'), 'teal.7']] },
  ];
  return charts.map(({ title, explanation, series, least = 0 }) => {
    const measured = series.filter(([key]) => metrics.some((point) => point[key] !== undefined));
    if (measured.length === 0) return null;
    return (
      <CurveChart
        key={title}
        title={title}
        explanation={explanation}
        data={metrics}
        series={measured.map(([name, label, color]) => ({ name, label, color }))}
        least={least}
        empty=""
      />
    );
  });
}

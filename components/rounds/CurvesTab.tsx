import { SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { CurveChart } from './CurveChart';
import { curvesOf } from './curve-points';
import type { RoundEventView } from './round-view';

/** Reward, validation, precision and recall, KL and zero-variance groups, step by step. */
export function CurvesTab({ events }: { readonly events: readonly RoundEventView[] }) {
  const { metrics, validation, warmStart, warmStartAll } = useMemo(() => curvesOf(events), [events]);
  const waiting = 'Drawn as soon as the first step is done.';
  const baselines = [
    ...(warmStart === null ? [] : [{ y: warmStart, label: `warm start ${(warmStart * 100).toFixed(1)}`, color: 'gray.6' }]),
    ...(warmStartAll === null
      ? []
      : [{ y: warmStartAll, label: `warm start on all ${(warmStartAll * 100).toFixed(1)}`, color: 'orange.6', labelPosition: 'insideBottomRight' as const }]),
  ];
  const points = validation.length === 0 && warmStart !== null ? [{ step: 0, f1: warmStart }] : validation;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      <CurveChart
        title="Reward"
        explanation="Mean reward of the sampled completions, format plus matching, 0 to 2."
        data={metrics}
        series={[{ name: 'reward', label: 'Reward', color: 'teal.7' }]}
        empty={waiting}
      />
      <CurveChart
        title="F1 on validation"
        explanation="The best of these points is the checkpoint that is kept. Dashed: what the supervised starts reached without reinforcement learning."
        data={points}
        series={[{ name: 'f1', label: 'F1', color: 'teal.7' }]}
        referenceLines={baselines}
        withDots
        empty={waiting}
      />
      <CurveChart
        title="Precision and recall"
        explanation="Of the sampled completions, mean over the step: how much of what is said is right, how much of gold is found."
        data={metrics}
        series={[
          { name: 'precision', label: 'Precision', color: 'indigo.5' },
          { name: 'recall', label: 'Recall', color: 'orange.6' },
        ]}
        empty={waiting}
      />
      <CurveChart
        title="KL and groups without a gradient"
        explanation="KL: how far the policy has moved from its supervised start, in nats. Zero-variance: share of groups in which every completion earned the same, so nothing is learnt from them."
        data={metrics}
        series={[
          { name: 'kl', label: 'KL', color: 'grape.6' },
          { name: 'zeroVariance', label: 'Zero-variance share', color: 'gray.6' },
        ]}
        empty={waiting}
      />
    </SimpleGrid>
  );
}

import { downsample } from '@/lib/core/round/downsample';
import type { StepMetrics } from '@/lib/core/round/events';
import type { RoundEventView } from './round-view';

export type MetricsPoint = { readonly step: number } & StepMetrics;

export interface ValidationPoint {
  readonly step: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

export interface Curves {
  readonly metrics: readonly MetricsPoint[];
  readonly validation: readonly ValidationPoint[];
  /** F1 on validation of the two supervised starts; null until they are known. */
  readonly warmStart: number | null;
  readonly warmStartAll: number | null;
}

const mostPoints = 600;
const inOrder = <Point extends { readonly step: number }>(points: ReadonlyMap<number, Point>): Point[] =>
  downsample([...points.values()].sort((a, b) => a.step - b.step), mostPoints);

/** What the charts draw. A step that a later attempt did again counts once, as it came out last. */
export function curvesOf(events: readonly RoundEventView[]): Curves {
  const metrics = new Map<number, MetricsPoint>();
  const validation = new Map<number, ValidationPoint>();
  let warmStart: number | null = null;
  let warmStartAll: number | null = null;
  for (const { event } of events) {
    if (event.type === 'metrics') {
      metrics.set(event.step, { step: event.step, ...event.metrics });
    } else if (event.type === 'validation') {
      const { step, f1, precision, recall } = event;
      if (event.name === 'training') validation.set(step, { step, f1, precision, recall });
      else if (event.name === 'warm-start') warmStart = f1;
      else if (event.name === 'warm-start-all') warmStartAll = f1;
    }
  }
  return { metrics: inOrder(metrics), validation: inOrder(validation), warmStart, warmStartAll };
}

'use client';

import { useQueries } from '@tanstack/react-query';
import { api } from '../ui/api';
import { curvesOf, type Curves } from './curve-points';
import type { RoundDetailView, RoundEventView } from './round-view';

export interface OverlaidRound extends Curves {
  /** Names its line. */
  readonly name: string;
}

interface Loaded {
  readonly round: RoundDetailView;
  readonly events: readonly RoundEventView[];
}

/** The curves of other rounds, as they come in. */
export function useOverlay(projectId: string, roundIds: readonly string[]): readonly OverlaidRound[] {
  const queries = useQueries({
    queries: roundIds.map((roundId) => ({
      queryKey: ['round-overlay', roundId],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Loaded> => {
        const base = `/api/projects/${projectId}/rounds/${roundId}`;
        const [round, page] = await Promise.all([
          api.get<RoundDetailView>(base, undefined, signal),
          api.get<{ events: readonly RoundEventView[] }>(`${base}/events`, { types: 'metrics,validation' }, signal),
        ]);
        return { round, events: page.events };
      },
      staleTime: 60_000,
    })),
  });
  return queries.flatMap(({ data }) => (data ? [{ name: `#${data.round.number}`, ...curvesOf(data.events) }] : []));
}

/** Points by step with a value of each overlaid round beside their own. */
export function withOverlay<Point extends { readonly step: number }>(
  points: readonly Point[],
  others: readonly OverlaidRound[],
  valuesOf: (round: OverlaidRound) => readonly (readonly [number, number])[],
): object[] {
  if (others.length === 0) return [...points];
  const bySteps = new Map<number, Record<string, number>>(points.map((point) => [point.step, { ...point }]));
  for (const other of others) {
    for (const [step, value] of valuesOf(other)) bySteps.set(step, { ...(bySteps.get(step) ?? { step }), [other.name]: value });
  }
  return [...bySteps].sort(([a], [b]) => a - b).map(([, point]) => point);
}

'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../ui/api';
import type { RoundDetailView, RoundEventView, RoundView } from './round-view';

interface EventPage {
  readonly events: readonly RoundEventView[];
  readonly last: string;
}

interface LiveRound {
  readonly round: RoundDetailView;
  readonly events: readonly RoundEventView[];
  /** The past is not here yet. */
  readonly isLoading: boolean;
  /** False while the connection to the server is being taken up again. */
  readonly isLive: boolean;
  readonly error: unknown;
}

/**
 * A round and its events as they happen: the past in one request, then the
 * stream from there. The browser reconnects by itself, from the last event on.
 */
export function useRoundStream(projectId: string, initial: RoundDetailView): LiveRound {
  const roundId = initial.id;
  const base = `/api/projects/${projectId}/rounds/${roundId}`;
  const client = useQueryClient();
  const [isLive, setLive] = useState(true);
  const round = useQuery({
    queryKey: ['round', roundId],
    queryFn: ({ signal }) => api.get<RoundDetailView>(base, undefined, signal),
    initialData: initial,
  });
  const history = useQuery({
    queryKey: ['round-events', roundId],
    queryFn: ({ signal }) => api.get<EventPage>(`${base}/events`, undefined, signal),
    staleTime: Infinity,
  });
  const { isOver } = round.data;
  const isLoaded = history.isSuccess;

  useEffect(() => {
    if (isOver || !isLoaded) return;
    const since = client.getQueryData<EventPage>(['round-events', roundId])?.last ?? '0';
    const source = new EventSource(`${base}/events/stream?since=${since}`);
    source.addEventListener('open', () => setLive(true));
    source.addEventListener('error', () => setLive(false));
    source.addEventListener('events', (message: MessageEvent<string>) => {
      const more = JSON.parse(message.data) as RoundEventView[];
      client.setQueryData<EventPage>(['round-events', roundId], (page) => ({
        events: [...(page?.events ?? []), ...more],
        last: more.at(-1)?.id ?? page?.last ?? '0',
      }));
      if (more.some(({ event }) => event.type === 'checkpoint')) void client.invalidateQueries({ queryKey: ['round', roundId] });
    });
    source.addEventListener('round', (message: MessageEvent<string>) => {
      const changed = JSON.parse(message.data) as RoundView;
      // The end is told by `over`, when everything that belongs to it is fetched.
      client.setQueryData<RoundDetailView>(['round', roundId], (held) => ({ ...(held ?? initial), ...changed, isOver: false }));
    });
    source.addEventListener('over', () => {
      source.close();
      void client.invalidateQueries({ queryKey: ['round', roundId] });
      void client.invalidateQueries({ queryKey: ['checkpoints', projectId] });
    });
    return () => source.close();
  }, [base, client, initial, isLoaded, isOver, projectId, roundId]);

  return { round: round.data, events: history.data?.events ?? [], isLoading: history.isPending, isLive, error: history.error ?? round.error };
}

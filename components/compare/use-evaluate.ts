'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../ui/api';

/** Asks a worker to evaluate checkpoints. */
export function useEvaluate(projectId: string) {
  return useMutation({
    mutationFn: (ids: readonly string[]) => api.post(`/api/projects/${projectId}/evaluations`, { ids }),
  });
}

/** Ends the waiting once everything that was asked for is there. */
export function useEvaluationEnd(projectId: string, evaluate: ReturnType<typeof useEvaluate>, isWanting: boolean): void {
  const client = useQueryClient();
  const { isSuccess, reset } = evaluate;
  useEffect(() => {
    if (!isSuccess || isWanting) return;
    reset();
    void client.invalidateQueries({ queryKey: ['evaluations', projectId] });
  }, [client, projectId, isSuccess, reset, isWanting]);
}

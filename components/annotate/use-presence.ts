'use client';

import { useEffect, useState } from 'react';
import type { PresenceView } from '@/lib/core/annotation/contract';
import { heartbeatMs } from '@/lib/core/assignment/seats';
import { api } from '@/components/ui/api';
import { newId } from './saving/new-id';

/**
 * Keeps the person's lease of a document up while it is in front of them, gives
 * it back when they leave, and says who else is at it. A hidden or crashed
 * screen is silent, and its lease runs out.
 */
export function usePresence(projectId: string, documentId: string, isOn: boolean): PresenceView | null {
  const [presence, setPresence] = useState<PresenceView | null>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    const visitId = newId();
    const url = `/api/projects/${projectId}/queue/${documentId}`;
    let isHere = true;
    let beating: Promise<unknown> = Promise.resolve();
    const beat = (): void => {
      if (document.visibilityState !== 'visible') return;
      beating = api
        .post<PresenceView>(`${url}/presence`, { visitId })
        .then((answer) => isHere && setPresence(answer))
        // The next beat says the same again; that the network is gone is shown where work is saved.
        .catch(() => undefined);
    };
    const leave = (): void => {
      navigator.sendBeacon(`${url}/leave`, new Blob([JSON.stringify({ visitId })], { type: 'application/json' }));
    };
    beat();
    const timer = setInterval(beat, heartbeatMs);
    document.addEventListener('visibilitychange', beat);
    window.addEventListener('pagehide', leave);
    return () => {
      isHere = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      window.removeEventListener('pagehide', leave);
      // A beat under way must not take up again what is given back here.
      void beating.then(leave);
    };
  }, [projectId, documentId, isOn]);
  return presence;
}

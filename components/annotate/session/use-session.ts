'use client';

import { useEffect, useState } from 'react';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { unsyncedEdits } from '@/lib/core/annotation/sync';
import { createSession, type Session } from './create-session';

/** The session of the annotation first given; null for the moment in which unsent work is looked for. */
export function useSession(projectId: string, view: AnnotationView): Session | null {
  const [session, setSession] = useState<Session | null>(null);
  // One session for one annotation: a fetch in the background must not restart it.
  const [first] = useState(view);
  useEffect(() => {
    let opened: Session | null = null;
    let isGone = false;
    void (async () => {
      // A mount that ends at once (React's strict mode) must not take over unsent work.
      await Promise.resolve();
      if (isGone) return;
      const created = await createSession(projectId, first);
      if (isGone) created.dispose();
      else setSession((opened = created));
    })();
    return () => {
      isGone = true;
      opened?.dispose();
      setSession(null);
    };
  }, [projectId, first]);
  return session;
}

/** The browser asks before it closes a tab that still owes the server something. */
export function useLeaveGuard(session: Session): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (unsyncedEdits(session.getState().sync) > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [session]);
}

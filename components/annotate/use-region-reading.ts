'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { pageRegionUrl } from '@/components/canvas/page-urls';
import { api } from '@/components/ui/api';
import { readIntoField, type RegionRequest } from './region-reading';
import { newId } from './saving/new-id';
import type { Session } from './session/create-session';

type Running = RegionRequest & { readonly id: string };

/** Boxes of this document that the server is reading, and what became of the last one that failed. */
export function useRegionReading(projectId: string, documentId: string, session: Session) {
  const [running, setRunning] = useState<readonly Running[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const read = useCallback(
    (request: RegionRequest) => {
      const id = newId();
      const ask = (page: number, box: PageBox) => api.post<{ words: readonly Word[] }>(pageRegionUrl(projectId, documentId, page), { box });
      setProblem(null);
      setRunning((now) => [...now, { ...request, id }]);
      void readIntoField(session, request, `read:${id}`, ask).then((trouble) => {
        if (!isHere.current) return;
        setRunning((now) => now.filter((other) => other.id !== id));
        setProblem(trouble);
      });
    },
    [projectId, documentId, session],
  );
  const pointers = useMemo(() => running.map(({ pointer }) => pointer), [running]);
  const boxesOn = (page: number): readonly PageBox[] => running.filter((one) => one.page === page).map(({ box }) => box);
  return { pointers, boxesOn, problem, read };
}

'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { unsyncedEdits, type SyncState } from '@/lib/core/annotation/sync';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { api } from '@/components/ui/api';
import { translator } from '@/messages/translator';
import { openQuery } from './open-query';
import { newId } from './saving/new-id';
import { annotationUrl } from './saving/send-save';
import type { Session } from './session/create-session';

const t = translator('annotate.flow');

/** The work cannot be handed in while the server lacks a part of it. */
function assertSynced(sync: SyncState): void {
  if (unsyncedEdits(sync) > 0) throw new Error(t('notSynced'));
}

/** From document to document: submit, skip, next, previous; the next one is fetched ahead. */
export function useDocumentFlow(projectId: string, view: AnnotationView, session: Session, onReload: () => void) {
  const router = useRouter();
  const queries = useQueryClient();
  const documentId = view.document.id;
  const url = annotationUrl({ projectId, documentId });
  const queueUrl = `/api/projects/${projectId}/queue`;

  const nextId = view.place?.nextId ?? null;
  useEffect(() => {
    const fetchAhead = (id: string) => queries.fetchQuery(openQuery(projectId, id, true));
    void (async () => {
      // What Ctrl+→ opens, and what submitting leads to: mostly the same document.
      if (nextId !== null) await fetchAhead(nextId);
      const body = { after: documentId, isLookOnly: true };
      const offer = await api.post<{ documentId: string | null }>(`${queueUrl}/next`, body);
      if (offer.documentId !== null && offer.documentId !== nextId) await fetchAhead(offer.documentId);
      // Only a head start: opening the document says so itself where it fails.
    })().catch(() => undefined);
  }, [projectId, documentId, nextId, queueUrl, queries]);

  const go = async (target: string | null): Promise<void> => {
    await session.flush();
    await queries.invalidateQueries({ queryKey: ['queue', projectId] });
    const label = `/p/${projectId}/label`;
    if (target === null) return router.push(`${label}?queue`);
    // The page is the same one: the address alone changes, without asking the server for it (`LabelScreen`).
    return window.history.pushState(null, '', `${label}/${target}`);
  };
  const goOn = async (): Promise<void> => {
    const next = await api.post<{ documentId: string | null }>(`${queueUrl}/next`, { after: documentId });
    await go(next.documentId);
  };
  const submit = useMutation({
    mutationFn: async () => {
      const sync = await session.flush();
      assertSynced(sync);
      await api.post(`${url}/submit`, { revision: sync.base.revision });
      await goOn();
    },
  });
  const skip = useMutation({
    mutationFn: async (reason: string) => {
      await api.post(`${queueUrl}/${documentId}/skip`, { reason });
      await goOn();
    },
  });
  const reopen = useMutation({ mutationFn: () => api.post(`${url}/reopen`), onSuccess: onReload });
  const migrate = useMutation({
    mutationFn: async () => {
      const sync = await session.flush();
      assertSynced(sync);
      return api.post<{ aside: readonly string[] }>(`${url}/migrate`, { baseRevision: sync.base.revision, mutationId: newId() });
    },
    onSuccess: onReload,
  });
  const isBusy = submit.isPending || skip.isPending;
  return {
    isBusy,
    error: submit.error ?? skip.error ?? reopen.error ?? migrate.error,
    reload: onReload,
    submitAndNext: () => !isBusy && submit.mutate(),
    skip: (reason: string) => skip.mutate(reason),
    reopen: () => reopen.mutate(),
    migrate: () => migrate.mutate(),
    goNext: () => void go(nextId),
    goPrevious: () => void go(view.place?.previousId ?? null),
  };
}
export type DocumentFlow = ReturnType<typeof useDocumentFlow>;

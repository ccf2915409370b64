'use client';

import { Box, Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { loadPageCanvas } from '@/components/canvas/LazyPageCanvas';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { openQuery, takeOpened } from './open-query';
import { useSession } from './session/use-session';
import { Workbench } from './Workbench';

/** A document that came with the page itself, and an id of that coming. */
export interface OpenedAhead {
  readonly id: string;
  readonly view: AnnotationView;
}

interface Props {
  readonly projectId: string;
  readonly documentId: string;
}

function Opening() {
  const t = useTranslations('annotate.labelScreen');
  return (
    <Center h="100%" role="status" aria-label={t('openingDocument')}>
      <Loader size="sm" />
    </Center>
  );
}

function OpenDocument({ projectId, view, onReload }: { readonly projectId: string; readonly view: AnnotationView; readonly onReload: () => void }) {
  const session = useSession(projectId, view);
  return session ? <Workbench projectId={projectId} view={view} session={session} onReload={onReload} /> : <Opening />;
}

/** One document; what is edited lives in a session of its own. */
function OneDocument({ projectId, documentId }: Props) {
  const queries = useQueryClient();
  const query = openQuery(projectId, documentId);
  const { data, error, refetch } = useQuery({ ...query, refetchOnWindowFocus: false, refetchOnReconnect: false, refetchOnMount: false });
  const [visit, setVisit] = useState(0);
  const reload = useCallback(() => {
    void refetch().then(() => setVisit((count) => count + 1));
  }, [refetch]);
  // Coming back to a document must show what the server has then.
  useEffect(
    () => () => queries.removeQueries({ queryKey: openQuery(projectId, documentId).queryKey }),
    [queries, projectId, documentId],
  );
  if (error && !data) return <Box p="md"><ErrorNotice error={error} onRetry={() => void refetch()} /></Box>;
  if (!data) return <Opening />;
  return <OpenDocument key={`${data.annotation.id}:${visit}`} projectId={projectId} view={data} onReload={reload} />;
}

/** What came with pages and has been shown: going back in the browser's history brings the same page again, which is old by then. */
const shownPages = new Set<string>();

/** Opens the document that the address names; from one to the next only the address changes. */
export function LabelScreen({ projectId, documentId, opened }: Props & { readonly opened: OpenedAhead | null }) {
  const queries = useQueryClient();
  // Before the first drawing, so that nothing is asked for twice. On the server nobody looks.
  useState(() => {
    if (!opened || typeof window === 'undefined' || shownPages.has(opened.id)) return;
    shownPages.add(opened.id);
    takeOpened(queries, projectId, opened.view);
  });
  // With the document itself, not after it.
  useEffect(() => void loadPageCanvas(), []);
  const [, named = documentId] = /\/label\/([^/]+)$/.exec(usePathname()) ?? [];
  return <OneDocument key={named} projectId={projectId} documentId={named} />;
}

'use client';

import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { api } from '@/components/ui/api';

/** Asks the queue for the next document and goes there; to the queue itself where nothing is left. */
export function NextDocument({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('annotate.nextDocument');
  const router = useRouter();
  // Asking takes a lease, so this is a POST of the page in front, never a prefetch.
  const { data, error, refetch } = useQuery({
    queryKey: ['next-in-queue', projectId],
    queryFn: () => api.post<{ documentId: string | null }>(`/api/projects/${projectId}/queue/next`),
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (data) router.replace(`/p/${projectId}/label${data.documentId === null ? '?queue' : `/${data.documentId}`}`);
  }, [data, projectId, router]);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return <Center h="60%" role="status" aria-label={t('lookingForNextDocument')}><Loader size="sm" /></Center>;
}

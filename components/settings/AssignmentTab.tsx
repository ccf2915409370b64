'use client';

import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AssignmentView } from '@/lib/core/assignment/contract';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { AssignmentForm } from './AssignmentForm';

/** Who labels what: how many people a document, and how often known gold is asked about. */
export function AssignmentTab({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('settings.assignmentTab');
  const assignment = useQuery({
    queryKey: ['assignment', projectId],
    queryFn: ({ signal }) => api.get<AssignmentView>(`/api/projects/${projectId}/assignment`, undefined, signal),
    // What somebody is typing must not be replaced under their hands.
    refetchOnWindowFocus: false,
  });
  if (assignment.error) return <ErrorNotice error={assignment.error} onRetry={() => void assignment.refetch()} />;
  if (!assignment.data) return <Loader size="sm" aria-label={t('loadingAssignment')} />;
  return <AssignmentForm projectId={projectId} assignment={assignment.data} />;
}

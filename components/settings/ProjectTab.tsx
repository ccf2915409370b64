'use client';

import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ProjectFacts } from './ProjectFacts';
import { ProjectForm } from './ProjectForm';
import type { ProjectSettings } from './project-settings';

interface Props {
  readonly projectId: string;
  readonly canManage: boolean;
}

export function ProjectTab({ projectId, canManage }: Props) {
  const t = useTranslations('settings.projectTab');
  const settings = useQuery({
    queryKey: ['project-settings', projectId],
    queryFn: ({ signal }) => api.get<ProjectSettings>(`/api/projects/${projectId}/settings`, undefined, signal),
    // What somebody is typing must not be replaced under their hands.
    refetchOnWindowFocus: false,
  });
  if (settings.error) return <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Loader size="sm" aria-label={t('loadingProject')} />;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))', gap: 12, maxWidth: 1080, alignItems: 'start' }}>
      <ProjectForm settings={settings.data} canManage={canManage} />
      <ProjectFacts settings={settings.data} />
    </div>
  );
}

'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { EmptyState } from './EmptyState';

/** Inside the frame: the project is there, what the address names in it is not. */
export function ProjectNotFound() {
  const t = useTranslations('ui.projectNotFound');
  const { projectId } = useParams<{ projectId: string }>();
  return (
    <EmptyState
      title={t('notFoundInProject')}
      action={
        <Button component={Link} href={`/p/${projectId}`}>
          {t('home')}
        </Button>
      }
    >
      {t('mayHaveBeenRemoved')}
    </EmptyState>
  );
}

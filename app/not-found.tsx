'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/EmptyState';

export default function NotFoundPage() {
  const t = useTranslations('app.notFound');
  return (
    <main>
      <EmptyState
        title={t('title')}
        action={
          <Button component={Link} href="/projects">
            {t('allProjects')}
          </Button>
        }
      >
        {t('reasons')}
      </EmptyState>
    </main>
  );
}

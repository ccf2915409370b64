'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { FailurePage } from '@/components/ui/FailurePage';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ProjectErrorPage({ error, reset }: Props) {
  const { projectId } = useParams<{ projectId: string }>();
  const t = useTranslations('app.projectError');
  return <FailurePage digest={error.digest} onReset={reset} wayOut={{ href: `/p/${projectId}`, label: t('home') }} />;
}

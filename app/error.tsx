'use client';

import { useTranslations } from 'use-intl';
import { FailurePage } from '@/components/ui/FailurePage';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('app.error');
  return <FailurePage digest={error.digest} onReset={reset} wayOut={{ href: '/projects', label: t('allProjects') }} />;
}

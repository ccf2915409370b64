'use client';

import { FailurePage } from '@/components/ui/FailurePage';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: Props) {
  return <FailurePage digest={error.digest} onReset={reset} wayOut={{ href: '/projects', label: 'All projects' }} />;
}

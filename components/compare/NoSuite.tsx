import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

/** What a transfer suite is, and the way to the first one. */
export function NoSuite({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('compare.noSuite');
  return (
    <Text size="sm" c="dimmed">
      {t.rich('noTransferSuiteYet', { b: (chunks) => <b>{chunks}</b>, anchor: (chunks) => <Anchor component={Link} inherit href={`/p/${projectId}/documents?into=transfer`}>{chunks}</Anchor> })}
    </Text>
  );
}

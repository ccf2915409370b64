'use client';

import { Button, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  /** The server's id of the error: finds the line in its log. */
  readonly digest: string | undefined;
  /** Forgets the error; the page is asked for anew. */
  readonly onReset: () => void;
  /** Where to go instead. */
  readonly wayOut: { readonly href: string; readonly label: string };
}

/** A page that could not be shown: what is safe, what to do, and an id to pass on. */
export function FailurePage({ digest, onReset, wayOut }: Props) {
  const t = useTranslations('ui.failurePage');
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      onReset();
    });
  return (
    <Stack align="center" gap="sm" py={80} px="md" maw={520} mx="auto" ta="center" role="alert">
      <IconAlertTriangle size={32} stroke={1.5} aria-hidden />
      <Title order={1}>{t('pageCouldNotShown')}</Title>
      <Text size="sm" c="dimmed">
        {t('somethingWentWrongWhile', { hasDigest: String(Boolean(digest)) })}
      </Text>
      {digest && (
        <CopyButton value={digest}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              className="hf-mono"
              onClick={copy}
              rightSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              aria-label={copied ? t('copied') : t('copyIdOfError', { digest })}
            >
              {digest}
            </Button>
          )}
        </CopyButton>
      )}
      <Group gap="xs" mt="xs">
        <Button variant="default" component={Link} href={wayOut.href}>
          {wayOut.label}
        </Button>
        <Button onClick={retry}>{t('tryAgain')}</Button>
      </Group>
    </Stack>
  );
}

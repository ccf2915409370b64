'use client';

import { Button, Divider, Group, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconLogout } from '@tabler/icons-react';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'use-intl';

const schemes = ['light', 'dark', 'auto'] as const;

/** Appearance and the way out, for those who have no project's frame around them too. */
export function AccountTools() {
  const t = useTranslations('people.accountTools');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know what this browser chose.
  const isMounted = useMounted();
  return (
    <>
      <Divider />
      <Group justify="space-between" wrap="nowrap">
        <SegmentedControl
          aria-label={t('appearance')}
          value={isMounted ? colorScheme : 'auto'}
          onChange={(value) => setColorScheme(schemes.find((scheme) => scheme === value) ?? 'auto')}
          data={schemes.map((value) => ({ value, label: t(value) }))}
        />
        <Button variant="default" leftSection={<IconLogout size={14} />} onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
          {t('signOut')}
        </Button>
      </Group>
    </>
  );
}

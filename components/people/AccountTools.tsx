'use client';

import { Button, Divider, Group, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconLogout } from '@tabler/icons-react';
import { signOut } from 'next-auth/react';

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const;

/** Appearance and the way out, for those who have no project's frame around them too. */
export function AccountTools() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know what this browser chose.
  const isMounted = useMounted();
  return (
    <>
      <Divider />
      <Group justify="space-between" wrap="nowrap">
        <SegmentedControl
          aria-label="Appearance"
          value={isMounted ? colorScheme : 'auto'}
          onChange={(value) => setColorScheme(schemes.find((scheme) => scheme.value === value)?.value ?? 'auto')}
          data={schemes.map(({ value, label }) => ({ value, label }))}
        />
        <Button variant="default" leftSection={<IconLogout size={14} />} onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
          Sign out
        </Button>
      </Group>
    </>
  );
}

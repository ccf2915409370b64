import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What to do next, in one or two sentences. */
  readonly children: ReactNode;
  /** The button for it. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** A list without rows says what to do next. */
export function EmptyState({ title, children, action, icon }: Props) {
  return (
    <Stack align="center" gap="xs" py={64} px="md" maw={520} mx="auto" ta="center">
      {icon}
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {children}
      </Text>
      {action}
    </Stack>
  );
}

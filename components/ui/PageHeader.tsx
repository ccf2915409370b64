import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** One line under the title: counts, state. */
  readonly detail?: ReactNode;
  /** The one primary action of the page, and what little stands beside it. */
  readonly actions?: ReactNode;
}

/** Where am I, and the one thing to do here. */
export function PageHeader({ title, detail, actions }: Props) {
  return (
    <Group justify="space-between" align="flex-end" mb="sm" wrap="nowrap" gap="md">
      <Box style={{ minWidth: 0 }}>
        <Title order={1} lineClamp={1}>
          {title}
        </Title>
        {detail && (
          <Text size="sm" c="dimmed" component="div">
            {detail}
          </Text>
        )}
      </Box>
      {actions && (
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      )}
    </Group>
  );
}

'use client';

import { Button, Group, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { documentsKey } from './use-documents';

interface Props {
  readonly projectId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}

const targets = ['pool', 'validation', 'test'] as const;

/** What can be done with the documents chosen. */
export function SplitMenu({ projectId, chosen, onDone }: Props) {
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (split: string) =>
      api.put<{ moved: number; alongWithGroup: number }>(`/api/projects/${projectId}/documents/split`, { documentIds: [...chosen], split }),
    onSuccess: async ({ moved, alongWithGroup }, split) => {
      const others = alongWithGroup > 0 ? `, ${alongWithGroup} of them along with their group` : '';
      notifications.show({ message: `${moved} documents are in ${split} now${others}.` });
      onDone();
      await client.invalidateQueries({ queryKey: documentsKey(projectId) });
    },
  });
  return (
    <Group gap="xs">
      <Text size="sm">{chosen.size} chosen</Text>
      <Menu shadow="sm">
        <Menu.Target>
          <Button variant="default" loading={move.isPending}>
            Move to split
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {targets.map((split) => (
            <Menu.Item key={split} onClick={() => move.mutate(split)}>
              {split}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" color="gray" onClick={onDone}>
        Choose none
      </Button>
      {move.error && <ErrorNotice error={move.error} />}
    </Group>
  );
}

'use client';

import { Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { showKey, type Command } from './command';

interface Props<Context> {
  readonly commands: readonly Command<Context>[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Keys of a command as caps, joined as they are pressed. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <Group gap={2} wrap="nowrap" component="span">
      {showKey(keys).map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </Group>
  );
}

/** Every command with its keys, from the one registry. */
export function KeysHelp<Context>({ commands, isOpen, onClose }: Props<Context>) {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keys" size="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {groups.map((group) => (
          <Stack key={group} gap={6}>
            <Title order={3}>{group}</Title>
            {commands
              .filter((command) => command.group === group && command.keys.length > 0)
              .map(({ name, title, keys }) => (
                <Group key={name} justify="space-between" wrap="nowrap" gap="md">
                  <Text size="sm">{title}</Text>
                  <Group gap={6} wrap="nowrap">
                    {keys.slice(0, 2).map((key) => (
                      <Keys key={key} keys={key} />
                    ))}
                  </Group>
                </Group>
              ))}
          </Stack>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="md">
        Space or the middle button drags the page; Ctrl with the wheel zooms. Click a word or drag over several to fill the
        field in focus; Ctrl+click adds to the field filled last. Letters are keys only outside of a text field: press Esc first.
      </Text>
    </Modal>
  );
}

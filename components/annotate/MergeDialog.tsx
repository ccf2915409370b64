'use client';

import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { MergeConflict, Side } from '@/lib/core/annotation/merge-remote';
import type { Json } from '@/lib/core/record/json';
import { spokenName } from './fields/panel-model';

interface Props {
  readonly conflicts: readonly MergeConflict[];
  readonly onSettle: (choices: Readonly<Record<string, Side>>) => void;
}

const show = (value: Json | undefined): string =>
  Array.isArray(value) ? `${value.length} ${value.length === 1 ? 'row' : 'rows'}` : textOfLeaf(value) || '(empty)';

/** Field by field: what stands here, and what was saved from elsewhere. */
export function MergeDialog({ conflicts, onSettle }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const isComplete = conflicts.every(({ pointer }) => choices[pointer] !== undefined);
  const all = (side: Side) => setChoices(Object.fromEntries(conflicts.map(({ pointer }) => [pointer, side])));
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title="Saved from elsewhere meanwhile" size="xl">
      <Stack gap="sm">
        <Text size="sm">
          Another tab changed these fields too. Choose for each; all other fields are joined already. What the other tab saved stays in the history either way.
        </Text>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Field</Table.Th>
              <Table.Th>Mine</Table.Th>
              <Table.Th>Theirs</Table.Th>
              <Table.Th>Keep</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conflicts.map(({ pointer, mine, theirs }) => (
              <Table.Tr key={pointer}>
                <Table.Td>{spokenName(pointer)}</Table.Td>
                <Table.Td dir="auto">{show(mine)}</Table.Td>
                <Table.Td dir="auto">{show(theirs)}</Table.Td>
                <Table.Td>
                  <Group gap={4} role="group" aria-label={`Keep for ${spokenName(pointer)}`}>
                    {(['mine', 'theirs'] as const).map((side) => (
                      <Button
                        key={side}
                        size="compact-xs"
                        variant={choices[pointer] === side ? 'filled' : 'default'}
                        aria-pressed={choices[pointer] === side}
                        onClick={() => setChoices({ ...choices, [pointer]: side })}
                      >
                        {side === 'mine' ? 'Mine' : 'Theirs'}
                      </Button>
                    ))}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => all('mine')}>All mine</Button>
          <Button variant="default" onClick={() => all('theirs')}>All theirs</Button>
          <Button disabled={!isComplete} onClick={() => onSettle(choices)}>Keep these</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
